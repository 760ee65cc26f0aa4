import type { Picture } from './graphPicture.ts'

/** Pixels for each of the picture's. */
const density = 2
/** What browsers can hold in a canvas: pixels a side, and in all. */
const longestSide = 16_384
const mostPixels = 120_000_000

/** How many pixels a picture of a size gets for each of its own: two, fewer for a large one; null when even one is too many. */
export const pngDensity = (width: number, height: number): number | null => {
  const most = Math.min(longestSide / width, longestSide / height, Math.sqrt(mostPixels / (width * height)))
  return most >= 1 ? Math.min(density, most) : null
}

/** A picture as PNG; null when it is too large for a canvas. */
export const pngOf = async ({ svg, width, height }: Picture): Promise<Blob | null> => {
  const scale = pngDensity(width, height)
  if (scale === null) return null
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
  } finally {
    URL.revokeObjectURL(url)
  }
}

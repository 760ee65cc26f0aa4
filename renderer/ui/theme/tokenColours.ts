/** How the page looks now, or one of its two looks. */
export type Look = 'current' | 'light' | 'dark'

const hex = (byte: number) => byte.toString(16).padStart(2, '0')

/** Colours of `tokens.css` as `#rrggbb` (or `#rrggbbaa`), for what is drawn without CSS: canvases and pictures. */
export const tokenColours = <Name extends string>(
  names: readonly Name[],
  look: Look = 'current',
): Readonly<Record<Name, string>> => {
  const probe = document.createElement('span')
  if (look !== 'current') probe.style.colorScheme = look
  document.documentElement.append(probe)
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const colourOf = (name: Name): string => {
    probe.style.color = `var(--${name})`
    if (!context) return getComputedStyle(probe).color
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = getComputedStyle(probe).color
    context.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data
    return `#${hex(red)}${hex(green)}${hex(blue)}${alpha < 255 ? hex(alpha) : ''}`
  }
  const colours = Object.fromEntries(names.map((name) => [name, colourOf(name)])) as Record<Name, string>
  probe.remove()
  return colours
}

import tokens from './tokens.css?raw'

/** How the page looks now, or one of its two looks. */
export type Look = 'current' | 'light' | 'dark'

/** By token: its colour in light and in dark. Read from the source, as built styles know only the page's own look. */
const pairs = new Map(
  [...tokens.matchAll(/--([\w-]+):\s*light-dark\((\w+\([^)]*\)),\s*(\w+\([^)]*\))\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
)

const currentLook = (): 'light' | 'dark' => {
  const { theme } = document.documentElement.dataset
  if (theme === 'light' || theme === 'dark') return theme
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

const hex = (byte: number) => byte.toString(16).padStart(2, '0')

/** A colour of CSS as `#rrggbb`, or `#rrggbbaa` where it lets something through. */
const asHex = (colour: string, context: CanvasRenderingContext2D): string => {
  context.clearRect(0, 0, 1, 1)
  context.fillStyle = colour
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data
  return `#${hex(red)}${hex(green)}${hex(blue)}${alpha < 255 ? hex(alpha) : ''}`
}

/** Colours of `tokens.css` for what is drawn without CSS, canvases and pictures, so that any program can read them. */
export const tokenColours = <Name extends string>(
  names: readonly Name[],
  look: Look = 'current',
): Readonly<Record<Name, string>> => {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('There is no canvas to read colours with.')
  const side = look === 'current' ? currentLook() : look
  const colourOf = (name: Name): string => {
    const pair = pairs.get(name)
    if (!pair) throw new Error(`${name} is no colour of the page.`)
    return asHex(pair[side], context)
  }
  return Object.fromEntries(names.map((name) => [name, colourOf(name)])) as Record<Name, string>
}

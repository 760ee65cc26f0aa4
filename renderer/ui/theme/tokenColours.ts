/** How the page looks now, or one of its two looks. */
export type Look = 'current' | 'light' | 'dark'

const hex = (byte: number) => byte.toString(16).padStart(2, '0')

/** Colours of `tokens.css` as `#rrggbb` (or `#rrggbbaa`), for what is drawn without CSS: canvases and pictures. */
export const tokenColours = <Name extends string>(
  names: readonly Name[],
  look: Look = 'current',
): Readonly<Record<Name, string>> => {
  const holder = document.createElement('div')
  if (look !== 'current') holder.style.colorScheme = look
  const probes = names.map((name) => {
    const probe = document.createElement('span')
    probe.style.color = `var(--${name})`
    return probe
  })
  holder.append(...probes)
  document.body.append(holder)
  const values = probes.map((probe) => getComputedStyle(probe).color)
  holder.remove()
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const asHex = (value: string): string => {
    if (!context) return value
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = value
    context.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data
    return `#${hex(red)}${hex(green)}${hex(blue)}${alpha < 255 ? hex(alpha) : ''}`
  }
  return Object.fromEntries(names.map((name, index) => [name, asHex(values[index] ?? '')])) as Record<
    Name,
    string
  >
}

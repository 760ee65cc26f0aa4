const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Characters that no XML document may hold, and halves of pairs. */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** A text as it stands in XML, in content and in attributes. */
export const xml = (text: string): string =>
  text.replace(forbidden, '\u{FFFD}').replace(/[&<>"']/g, (mark) => entities[mark] ?? mark)

/** An element with attributes; numbers are rounded to what can be seen. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content = '',
): string => {
  const written = Object.entries(attributes).flatMap(([key, value]) => {
    if (value === undefined) return []
    const text = typeof value === 'number' ? String(Math.round(value * 100) / 100) : xml(value)
    return [` ${key}="${text}"`]
  })
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`
}

/** Width of a character in ems: wide for Hangul and Chinese, narrow for the rest; a picture can't measure its reader's font. */
const ems = (character: string): number =>
  /[\u1100-\u11FF\u2E80-\u9FFF\uAC00-\uD7FF\uF900-\uFAFF\uFF00-\uFFEF]/u.test(character) ? 1 : 0.56

/** About how wide a text is at a font size. */
export const textWidth = (text: string, size: number): number =>
  Array.from(text).reduce((sum, character) => sum + ems(character), 0) * size

/** As much of a text as has room, with an ellipsis where it is cut. */
export const fitText = (text: string, width: number, size: number): string => {
  if (textWidth(text, size) <= width) return text
  const characters = Array.from(text)
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size) > width) characters.pop()
  return `${characters.join('')}…`
}

import { useRef } from 'react'

/** Letters typed within this many milliseconds belong to one word. */
const pause = 700

/** Finds the next line whose title begins with what is typed; the same letter again goes on to the next one. */
export const useTypeAhead = (count: number, titleOf: (index: number) => string) => {
  const typed = useRef({ text: '', at: 0 })
  return (letter: string, from: number): number => {
    const now = performance.now()
    const text =
      now - typed.current.at < pause ? typed.current.text + letter.toLowerCase() : letter.toLowerCase()
    typed.current = { text, at: now }
    const isRepeated = text.replaceAll(letter.toLowerCase(), '') === ''
    const wanted = isRepeated ? text.slice(0, 1) : text
    const first = isRepeated ? from + 1 : from
    for (let step = 0; step < count; step++) {
      const index = (first + step) % count
      if (titleOf(index).toLowerCase().startsWith(wanted)) return index
    }
    return from
  }
}

import { useRef } from 'react'

/** Letters typed within this many milliseconds belong to one word. */
const pause = 700

/** Finds the next line whose title begins with what is typed; the same letter again goes on to the next one. */
export const useTypeAhead = (count: number, titleOf: (index: number) => string) => {
  const typed = useRef({ text: '', at: 0 })
  const find = (text: string, first: number): number | null => {
    for (let step = 0; step < count; step++) {
      const index = (first + step) % count
      if (titleOf(index).toLowerCase().startsWith(text)) return index
    }
    return null
  }
  return (key: string, from: number): number => {
    const letter = key.toLowerCase()
    const now = performance.now()
    const word = now - typed.current.at < pause ? typed.current.text + letter : letter
    // A word that no line begins with is the start of another one.
    const found = word.length > 1 ? find(word, from) : null
    typed.current = { text: found === null ? letter : word, at: now }
    return found ?? find(letter, from + 1) ?? from
  }
}

import { type KeyboardEvent, useRef } from 'react'

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }

/** Arrow keys move the focus through the lines, from the search field down too. For the element around both. */
export const usePaletteKeys = () => {
  const root = useRef<HTMLDivElement>(null)
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const step = steps[event.code]
    if (step === undefined || event.nativeEvent.isComposing) return
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[data-palette-item]') ?? [])]
    const at = items.findIndex((item) => item === document.activeElement)
    // In the search field only the way down leaves the text.
    if (at < 0 && event.code !== 'ArrowDown') return
    event.preventDefault()
    items[Math.max(0, Math.min(items.length - 1, at + step))]?.focus()
  }
  return { ref: root, onKeyDownCapture }
}

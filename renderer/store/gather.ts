/** Items that arrive one by one, handed on together. */
export interface Gathering<T> {
  /** Takes an item in; it is handed on within the pause. */
  add(item: T): void
  /** Hands on what waits, if anything. */
  flush(): void
}

/**
 * Hands items on in their order, many at once, with at least `pause` milliseconds of rest in between: drawing each item
 * of a fast stream by itself would leave the page no time to answer the user.
 */
export function gather<T>(handOn: (items: readonly T[]) => void, pause: number): Gathering<T> {
  let waiting: T[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (waiting.length === 0) return
    const items = waiting
    waiting = []
    handOn(items)
  }
  return {
    add: (item) => {
      waiting.push(item)
      timer ??= setTimeout(flush, pause)
    },
    flush,
  }
}

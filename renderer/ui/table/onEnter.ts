import type { KeyboardEvent } from 'react'

/** Runs something on Enter or Space, never while an input method composes. */
export const onEnter = (run: () => void) => (event: KeyboardEvent) => {
  if ((event.key === 'Enter' || event.key === ' ') && !event.nativeEvent.isComposing) {
    event.preventDefault()
    run()
  }
}

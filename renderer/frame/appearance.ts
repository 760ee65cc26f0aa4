import { startLanguage } from '../i18n/i18n.ts'
import { sessionStore, type SessionState } from '../store/session.ts'
import { scaleEvent } from '../ui/useRem.ts'

const apply = ({ theme, scale }: SessionState) => {
  const { dataset, style } = document.documentElement
  if (theme === 'system') delete dataset['theme']
  else dataset['theme'] = theme
  const size = `${16 * scale}px`
  if (style.fontSize === size) return
  style.fontSize = size
  window.dispatchEvent(new Event(scaleEvent))
}

/** Keeps theme, scale and language of the page as the session says. */
export const keepAppearance = (): void => {
  apply(sessionStore.getState())
  sessionStore.subscribe((state, before) => {
    apply(state)
    if (state.language !== before.language) void startLanguage(state.language)
  })
}

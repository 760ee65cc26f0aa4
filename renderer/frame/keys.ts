import { allCommands } from '../store/commands.ts'
import { sessionStore } from '../store/session.ts'
import { isTyping, matchesShortcut } from '../ui/keys/shortcut.ts'

const isInOverlay = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null

/** Runs commands by their shortcuts, for as long as the page lives. Dialogs and menus keep their keys to themselves. */
export const listenToKeys = (): void =>
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return
    const isBusy = sessionStore.getState().dialog !== null || isInOverlay(event.target)
    const command = allCommands().find(
      ({ shortcut, isNative }) => shortcut && !isNative && matchesShortcut(event, shortcut),
    )
    if (!command || (isBusy && !command.worksInText)) return
    if (isTyping(event.target) && !command.worksInText) return
    event.preventDefault()
    // What is being typed is taken over first, as it would be by clicking a button.
    if (isTyping(event.target) && event.target instanceof HTMLElement) {
      event.target.blur()
      event.target.focus()
    }
    if (command.isEnabled !== false) command.run()
  })

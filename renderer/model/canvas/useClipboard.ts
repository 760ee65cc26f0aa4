import { useEffect } from 'react'
import { isTyping } from '../../ui/keys/shortcut.ts'
import { pasteOther } from '../clip/pasteOther.ts'
import { copiedText, deleteSelection, pasteText } from './selectionActions.ts'

/** Whether the clipboard is nobody else's: no text field, dialog or menu has the focus. */
const isFree = (): boolean =>
  !isTyping(document.activeElement) && !document.activeElement?.closest('[role="dialog"], [role="menu"]')

/** Cut, copy and paste of nodes wherever no text is at hand, and Backspace while the canvas or nothing at all has the focus. */
export const useClipboard = (canvas: HTMLElement | null): void => {
  useEffect(() => {
    const isHere = () =>
      document.activeElement === document.body || Boolean(canvas?.contains(document.activeElement))
    const copy = (event: ClipboardEvent) => {
      const text = isFree() ? copiedText() : null
      if (text === null || document.getSelection()?.toString()) return
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
    }
    const cut = (event: ClipboardEvent) => {
      copy(event)
      if (event.defaultPrevented) deleteSelection()
    }
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain')
      if (text && isFree() && (pasteText(text) || pasteOther(text))) event.preventDefault()
    }
    const erase = (event: KeyboardEvent) => {
      if (event.code === 'Backspace' && !event.isComposing && isHere()) deleteSelection()
    }
    document.addEventListener('copy', copy)
    document.addEventListener('cut', cut)
    document.addEventListener('paste', paste)
    document.addEventListener('keydown', erase)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('cut', cut)
      document.removeEventListener('paste', paste)
      document.removeEventListener('keydown', erase)
    }
  }, [canvas])
}

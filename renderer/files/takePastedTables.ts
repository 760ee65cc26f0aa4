import { isPastedTable, pasteLimit } from '../../shared/pastedTable.ts'
import { i18n } from '../i18n/i18n.ts'
import { documentStore } from '../store/document.ts'
import { sessionStore, showDialog } from '../store/session.ts'
import { isTyping } from '../ui/keys/shortcut.ts'
import { showToast } from '../ui/toasts/toasts.ts'

const isBusy = () =>
  sessionStore.getState().dialog !== null ||
  isTyping(document.activeElement) ||
  Boolean(document.activeElement?.closest('[role="dialog"], [role="menu"]'))

/** Whether a table makes sense here: in Data, or on the start page. */
const isPlace = () => {
  const { docId, readOnly } = documentStore.getState()
  return docId === null || (!readOnly && sessionStore.getState().workspace === 'data')
}

/** Ctrl+V with a table from a spreadsheet, in Data or on the start page: shows it and asks for a name. */
export const takePastedTables = (): void =>
  document.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (isBusy() || !isPlace() || !isPastedTable(text)) return
    event.preventDefault()
    if (text.length > pasteLimit) showToast({ text: i18n.t('files.paste.tooLarge'), tone: 'danger' })
    else showDialog({ kind: 'paste', text })
  })

import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pastedRows, pastedSize } from '../../shared/pastedTable.ts'
import { formatCount } from '../i18n/format.ts'
import { useDocument } from '../store/document.ts'
import { showDialog } from '../store/session.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { TextField } from '../ui/form/TextField.tsx'
import { Dialog } from '../ui/overlay/Dialog.tsx'
import styles from './PasteDialog.module.css'

const shownRows = 9
const shownColumns = 30

/** A table from the clipboard: what it is, and a name for the file that is made of it. */
export function PasteDialog({ text }: { readonly text: string }) {
  const { t } = useTranslation()
  const isOpen = useDocument(({ docId }) => docId !== null)
  const [name, setName] = useState(() => t('files.paste.name'))
  const size = useMemo(() => pastedSize(text), [text])
  const close = () => showDialog(null)
  const take = () => {
    if (name.trim() === '') return
    const file = new File([text], `${name.trim()}.tsv`, { type: 'text/tab-separated-values' })
    showDialog(isOpen ? { kind: 'addSource', files: [file] } : { kind: 'newFromTable', file })
  }
  return (
    <Dialog
      title={t('files.paste.title')}
      closeLabel={t('app.close')}
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t('app.cancel')}</Button>
          <Button variant="primary" isDisabled={name.trim() === ''} onPress={take}>
            {t(isOpen ? 'files.paste.add' : 'files.paste.start')}
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        <TextField
          label={t('files.paste.fileName')}
          layout="column"
          value={name}
          onChange={setName}
          onEnter={take}
          autoFocus
        />
        <p className={styles['size']}>
          {t('files.paste.size', {
            rows: formatCount(size.rows),
            columns: formatCount(size.columns),
            count: size.rows,
          })}
        </p>
        <Preview text={text} />
      </div>
    </Dialog>
  )
}

function Preview({ text }: { readonly text: string }) {
  const { t } = useTranslation()
  const rows = useMemo(() => [...pastedRows(text, shownRows)], [text])
  return (
    <div className={styles['preview']} tabIndex={0} role="group" aria-label={t('files.paste.preview')}>
      <table>
        <tbody>
          {rows.map((row, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a row is its place
            <tr key={index}>
              {row.slice(0, shownColumns).map((cell, column) => (
                // oxlint-disable-next-line react/no-array-index-key -- a cell is its place
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

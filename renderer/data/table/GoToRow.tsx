import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { jumpToRow } from '../../store/dataView.ts'
import { TextField } from '../../ui/form/TextField.tsx'
import styles from './TableBar.module.css'

interface GoToRowProps {
  readonly source: string
  readonly rows: number
}

/** A row's number, typed: Enter shows it. */
export function GoToRow({ source, rows }: GoToRowProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const row = Number(text.replaceAll(/[,.\s]/g, ''))
  const isRow = Number.isInteger(row) && row >= 1 && row <= rows
  return (
    <div className={styles['goTo']}>
      <TextField
        label={t('data.table.goToRow')}
        isLabelHidden
        placeholder={t('data.table.goToRow')}
        value={text}
        onChange={setText}
        onEnter={() => isRow && jumpToRow({ source, row: row - 1 })}
        {...(text !== '' && !isRow ? { problem: '' } : {})}
      />
    </div>
  )
}

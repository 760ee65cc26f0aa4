import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Outline.module.css'
import { renameRow } from './outlineActions.ts'
import type { OutlineRow } from './outlineRows.ts'

interface OutlineNameProps {
  readonly row: OutlineRow
  readonly name: string
  readonly onDone: () => void
}

/** A line's name while it is typed: Enter takes it over, Escape leaves it as it was. */
export function OutlineName({ row, name, onDone }: OutlineNameProps) {
  const { t } = useTranslation()
  const isOver = useRef(false)
  const finish = (text: string | null) => {
    if (isOver.current) return
    isOver.current = true
    if (text !== null && text.trim() && text !== name) renameRow(row, text.trim())
    onDone()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.code === 'Enter' || event.code === 'NumpadEnter') finish(event.currentTarget.value)
    else if (event.code === 'Escape') finish(null)
  }
  return (
    <input
      className={styles['field']}
      aria-label={t('model.outline.name')}
      defaultValue={name}
      ref={(field) => field?.select()}
      onKeyDown={onKeyDown}
      onBlur={(event) => finish(event.currentTarget.value)}
      onClick={(event) => event.stopPropagation()}
    />
  )
}

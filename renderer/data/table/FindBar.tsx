import { ChevronDown, ChevronUp, Search, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount, formatPercent } from '../../i18n/format.ts'
import {
  closeTableSearch,
  focusedTableSearch,
  setTableSearch,
  useTableSearch,
} from '../../store/findInTable.ts'
import { IconButton } from '../../ui/buttons/IconButton.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import styles from './FindBar.module.css'

interface FindBarProps {
  readonly onFind: (backwards: boolean) => void
  readonly onClose: () => void
}

const pauseMs = 250

/** Looks for a text in the table's cells: as it is typed, then on Enter and F3 for the next cell, with Shift for the one before. */
export function FindBar({ onFind, onClose }: FindBarProps) {
  const { t } = useTranslation()
  const { text, isAsked } = useTableSearch()
  const words = useFound()
  const input = useRef<HTMLInputElement>(null)
  const waiting = useRef(0)
  useEffect(() => () => clearTimeout(waiting.current), [])
  useEffect(() => {
    if (!isAsked) return
    input.current?.focus()
    input.current?.select()
    focusedTableSearch()
  }, [isAsked])
  const find = (backwards: boolean) => {
    clearTimeout(waiting.current)
    onFind(backwards)
  }
  const type = (value: string) => {
    setTableSearch(value)
    clearTimeout(waiting.current)
    if (value !== '') waiting.current = window.setTimeout(() => onFind(false), pauseMs)
  }
  const close = () => {
    closeTableSearch()
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') find(event.shiftKey)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search className={styles['bar']} onKeyDown={onKeyDown}>
      <TextField
        label={t('data.table.find')}
        isLabelHidden
        value={text}
        onChange={type}
        placeholder={t('data.table.find')}
        icon={<Search className={styles['icon']} aria-hidden />}
        inputRef={input}
      />
      <span className={styles['count']} role="status">
        {words}
      </span>
      <FindButtons isDisabled={text === ''} onFind={find} />
      <IconButton size="small" label={t('data.table.closeFind')} icon={<X />} onPress={close} />
    </search>
  )
}

interface FindButtonsProps extends Pick<FindBarProps, 'onFind'> {
  readonly isDisabled: boolean
}

function FindButtons({ isDisabled, onFind }: FindButtonsProps) {
  const { t } = useTranslation()
  return (
    <>
      <IconButton
        size="small"
        label={t('data.table.findBefore')}
        shortcut={{ code: 'F3', shift: true }}
        icon={<ChevronUp />}
        isDisabled={isDisabled}
        onPress={() => onFind(true)}
      />
      <IconButton
        size="small"
        label={t('data.table.findNext')}
        shortcut={{ code: 'F3' }}
        icon={<ChevronDown />}
        isDisabled={isDisabled}
        onPress={() => onFind(false)}
      />
    </>
  )
}

/** What was found, in words. */
const useFound = (): string => {
  const { t } = useTranslation()
  const { text, match, count, share } = useTableSearch()
  if (share !== null) return formatPercent(share)
  if (count === null || text === '') return ''
  if (!match) return t('data.table.notFound')
  return t('data.table.foundAt', { index: formatCount(match.index), total: formatCount(count) })
}

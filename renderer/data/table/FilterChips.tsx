import { ArrowDown, ArrowUp, ListFilter, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../i18n/format.ts'
import { setTableView, useTableView } from '../../store/tableViews.ts'
import { Button } from '../../ui/buttons/Button.tsx'
import { IconButton } from '../../ui/buttons/IconButton.tsx'
import { withFilter } from './changeView.ts'
import styles from './FilterChips.module.css'
import { ruleWords } from './ruleWords.ts'

interface FilterChipsProps {
  readonly source: string
  readonly onEdit: (index: number, chip: Element) => void
}

/** The filters of the table in their order, each with how many rows it leaves, and the column it is sorted by. */
export function FilterChips({ source, onEdit }: FilterChipsProps) {
  const { t } = useTranslation()
  const { wanted, view, left } = useTableView(source)
  const { filters, sort } = wanted
  const set = (next: typeof wanted) => void setTableView(source, next)
  if (filters.length === 0 && !sort) return null
  const { sort: _, ...unsorted } = wanted
  return (
    <ul className={styles['chips']} aria-label={t('data.table.filters')}>
      {filters.map((rule, index) => {
        const words = ruleWords(t, rule)
        const rows = view.filters[index] === rule ? left[index] : undefined
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a filter is its place
          <li key={index} className={styles['chip']}>
            <Button
              size="small"
              variant="quiet"
              icon={<ListFilter aria-hidden />}
              onPress={({ target }) => onEdit(index, target)}
            >
              <span className={styles['words']}>{words}</span>
              {rows !== undefined && <span className={styles['left']}>{formatCount(rows)}</span>}
            </Button>
            <IconButton
              size="small"
              label={t('data.table.removeOne', { filter: words })}
              icon={<X />}
              onPress={() => set(withFilter(wanted, index, null))}
            />
          </li>
        )
      })}
      {sort && (
        <li className={styles['chip']}>
          <Button
            size="small"
            variant="quiet"
            icon={sort.descending ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />}
            aria-label={t(sort.descending ? 'data.table.sortedDown' : 'data.table.sortedUp', {
              column: sort.column,
            })}
            onPress={() => set({ ...wanted, sort: { ...sort, descending: !sort.descending } })}
          >
            <span className={styles['words']}>{sort.column}</span>
          </Button>
          <IconButton
            size="small"
            label={t('data.table.unsort')}
            icon={<X />}
            onPress={() => set(unsorted)}
          />
        </li>
      )}
    </ul>
  )
}

import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/buttons/IconButton.tsx'
import styles from './CategoryOrder.module.css'

interface CategoryOrderProps {
  /** Undefined when they are not known: the column has too many to list, or is not read. */
  readonly values: readonly string[] | undefined
  readonly isRead: boolean
  readonly onChange: (values: readonly string[]) => void
}

const swapped = (values: readonly string[], index: number): readonly string[] => {
  const [one, other] = [values[index], values[index + 1]]
  if (one === undefined || other === undefined) return values
  return values.with(index, other).with(index + 1, one)
}

/** The order of a column's categories, moved one place at a time. */
export function CategoryOrder({ values, isRead, onChange }: CategoryOrderProps) {
  const { t } = useTranslation()
  if (!values) return isRead ? <p className={styles['note']}>{t('encoding.tooManyToOrder')}</p> : null
  return (
    <div className={styles['order']}>
      <span className={styles['label']}>{t('encoding.order')}</span>
      <ol className={styles['list']}>
        {values.map((value, index) => (
          <li key={value} className={styles['item']}>
            <span className={styles['number']}>{index}</span>
            <span className={styles['value']} title={value}>
              {value}
            </span>
            <IconButton
              label={t('encoding.moveUp', { value })}
              icon={<ArrowUp aria-hidden />}
              size="small"
              isDisabled={index === 0}
              onPress={() => onChange(swapped(values, index - 1))}
            />
            <IconButton
              label={t('encoding.moveDown', { value })}
              icon={<ArrowDown aria-hidden />}
              size="small"
              isDisabled={index === values.length - 1}
              onPress={() => onChange(swapped(values, index))}
            />
          </li>
        ))}
      </ol>
      <p className={styles['note']}>{t('encoding.orderHelp')}</p>
    </div>
  )
}

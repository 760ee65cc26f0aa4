import { useTranslation } from 'react-i18next'
import type { Source } from '../../shared/project.ts'
import type { Dialect } from '../../shared/table.ts'
import { formatCount } from '../i18n/format.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { NumberField } from '../ui/form/NumberField.tsx'
import { Popover } from '../ui/overlay/Popover.tsx'
import { DialectChip } from './DialectChip.tsx'
import styles from './DialectChips.module.css'

interface SkipChipProps {
  readonly source: Source
  readonly dialect: Dialect
  readonly onChange: (patch: Partial<Dialect>) => void
}

/** How many lines stand above the table; opens a field for their number. */
export function SkipChip({ source, dialect, onChange }: SkipChipProps) {
  const { t } = useTranslation()
  const title = t('data.dialect.skip')
  const value =
    dialect.skip === 0
      ? t('data.skip.none')
      : t('data.skip.lines', { count: dialect.skip, formatted: formatCount(dialect.skip) })
  return (
    <Popover label={title} trigger={<DialectChip title={title} value={value} />}>
      {(close) => (
        <div className={styles['form']}>
          <h3>{title}</h3>
          <p className={styles['note']}>{t('data.skip.help')}</p>
          <NumberField
            label={t('data.skip.field')}
            value={dialect.skip}
            min={0}
            max={1000}
            step={1}
            isInteger
            onChange={(skip) => onChange({ skip })}
          />
          <div className={styles['actions']}>
            <Button
              size="small"
              isDisabled={source.dialect?.skip === undefined}
              onPress={() => {
                close()
                onChange({ skip: undefined })
              }}
            >
              {t('data.dialect.auto')}
            </Button>
          </div>
        </div>
      )}
    </Popover>
  )
}

import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usualMissing } from '../../shared/missing.ts'
import type { Source } from '../../shared/project.ts'
import type { Dialect } from '../../shared/table.ts'
import { formatCount } from '../i18n/format.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { IconButton } from '../ui/buttons/IconButton.tsx'
import { TextField } from '../ui/form/TextField.tsx'
import { Popover } from '../ui/overlay/Popover.tsx'
import { DialectChip } from './DialectChip.tsx'
import styles from './DialectChips.module.css'

interface MissingChipProps {
  readonly source: Source
  readonly dialect: Dialect
  readonly onChange: (patch: Partial<Dialect>) => void
}

/** Which cells stand for a missing value; opens the list, to which marks are added and from which they are taken. */
export function MissingChip({ source, dialect, onChange }: MissingChipProps) {
  const { t } = useTranslation()
  const title = t('data.dialect.missing')
  const marks = dialect.missing
  const value = marks
    ? t('data.missingMarks.count', { count: marks.length, formatted: formatCount(marks.length) })
    : t('data.missingMarks.usual')
  return (
    <Popover label={title} placement="bottom end" trigger={<DialectChip title={title} value={value} />}>
      <div className={styles['form']}>
        <h3>{title}</h3>
        <p className={styles['note']}>{t('data.missingMarks.help')}</p>
        <MissingList marks={marks ?? usualMissing} onChange={(missing) => onChange({ missing })} />
        <div className={styles['actions']}>
          <Button
            size="small"
            isDisabled={source.dialect?.missing === undefined}
            onPress={() => onChange({ missing: undefined })}
          >
            {t('data.missingMarks.reset')}
          </Button>
        </div>
      </div>
    </Popover>
  )
}

interface MissingListProps {
  readonly marks: readonly string[]
  readonly onChange: (marks: string[]) => void
}

function MissingList({ marks, onChange }: MissingListProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState('')
  const mark = draft.trim()
  const isNew = mark !== '' && mark.length <= 100 && !marks.includes(mark) && marks.length < 200
  const add = () => {
    if (!isNew) return
    onChange([...marks, mark])
    setDraft('')
  }
  return (
    <>
      <ul className={styles['marks']} aria-label={t('data.dialect.missing')}>
        {marks.map((one) => (
          <li key={one} className={styles['mark']}>
            <code>{one}</code>
            <IconButton
              label={t('data.missingMarks.remove', { mark: one })}
              icon={<X aria-hidden />}
              size="small"
              onPress={() => onChange(marks.filter((other) => other !== one))}
            />
          </li>
        ))}
      </ul>
      <div className={styles['add']}>
        <TextField
          label={t('data.missingMarks.field')}
          isLabelHidden
          placeholder={t('data.missingMarks.field')}
          value={draft}
          onChange={setDraft}
          onEnter={add}
        />
        <Button size="small" icon={<Plus aria-hidden />} isDisabled={!isNew} onPress={add}>
          {t('data.missingMarks.add')}
        </Button>
      </div>
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { setDialect } from '../../shared/edits/sources.ts'
import type { Source } from '../../shared/project.ts'
import type { Dialect } from '../../shared/table.ts'
import { edit } from '../store/document.ts'
import { Menu } from '../ui/overlay/Menu.tsx'
import { DialectChip } from './DialectChip.tsx'
import styles from './DialectChips.module.css'
import {
  dialectChoices,
  type DialectPart,
  dialectParts,
  dialectPatch,
  dialectReset,
  dialectValue,
  isShownPart,
} from './dialectChoices.ts'
import { MissingChip } from './MissingChip.tsx'
import { SkipChip } from './SkipChip.tsx'

interface DialectChipsProps {
  readonly source: Source
  /** How the file was read. */
  readonly dialect: Dialect
}

/** How the file's bytes were read, part by part; each can be overruled, and the file is read again. */
export function DialectChips({ source, dialect }: DialectChipsProps) {
  const change = (patch: Partial<Dialect>) => void edit((project) => setDialect(project, source.id, patch))
  const part = { source, dialect, onChange: change }
  return (
    <div className={styles['chips']}>
      {dialectParts
        .filter((one) => isShownPart(one, dialect))
        .map((one) => (
          <PartChip key={one} part={one} {...part} />
        ))}
      <SkipChip {...part} />
      <MissingChip {...part} />
    </div>
  )
}

interface PartChipProps extends DialectChipsProps {
  readonly part: DialectPart
  readonly onChange: (patch: Partial<Dialect>) => void
}

function PartChip({ part, source, dialect, onChange }: PartChipProps) {
  const { t } = useTranslation()
  const now = dialectValue(t, part, dialect)
  const title = t(`data.dialect.${part}`)
  return (
    <Menu
      label={title}
      trigger={<DialectChip title={title} value={now.label} />}
      groups={[
        {
          id: 'choices',
          title,
          items: dialectChoices(t, part, dialect).map((choice) => ({
            id: choice.id || 'none',
            label: choice.label,
            isChecked: choice.id === now.id,
            run: () => choice.id !== now.id && onChange(dialectPatch(part, choice)),
          })),
        },
        {
          id: 'reset',
          items: [
            {
              id: 'auto',
              label: t('data.dialect.auto'),
              isDisabled: source.dialect?.[part] === undefined,
              run: () => onChange(dialectReset(part)),
            },
          ],
        },
      ]}
    />
  )
}

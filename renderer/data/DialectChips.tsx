import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { setDialect } from '../../shared/edits/sources.ts'
import type { Source } from '../../shared/project.ts'
import type { Dialect } from '../../shared/table.ts'
import { edit } from '../store/document.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { Menu } from '../ui/overlay/Menu.tsx'
import styles from './DialectChips.module.css'
import {
  dialectChoices,
  type DialectPart,
  dialectParts,
  dialectPatch,
  dialectReset,
  dialectValue,
} from './dialectChoices.ts'

interface DialectChipsProps {
  readonly source: Source
  /** How the file was read. */
  readonly dialect: Dialect
}

/** How the file's bytes were read, part by part; each can be overruled, and the file is read again. */
export function DialectChips({ source, dialect }: DialectChipsProps) {
  return (
    <div className={styles['chips']}>
      {dialectParts.map((part) => (
        <DialectChip key={part} part={part} source={source} dialect={dialect} />
      ))}
    </div>
  )
}

function DialectChip({ part, source, dialect }: DialectChipsProps & { readonly part: DialectPart }) {
  const { t } = useTranslation()
  const now = dialectValue(t, part, dialect)
  const title = t(`data.dialect.${part}`)
  const isAsked = source.dialect?.[part] !== undefined
  const change = (patch: Partial<Dialect>) => void edit((project) => setDialect(project, source.id, patch))
  return (
    <Menu
      label={title}
      trigger={
        <Button variant="quiet" size="small" aria-label={`${title}: ${now.label}`}>
          <span className={styles['part']}>{title}</span>
          <span className={styles['value']}>{now.label}</span>
          <ChevronDown className={styles['arrow']} aria-hidden />
        </Button>
      }
      groups={[
        {
          id: 'choices',
          title,
          items: dialectChoices(t, part, dialect).map((choice) => ({
            id: choice.id,
            label: choice.label,
            isChecked: choice.id === now.id,
            run: () => choice.id !== now.id && change(dialectPatch(part, choice)),
          })),
        },
        {
          id: 'reset',
          items: [
            {
              id: 'auto',
              label: t('data.dialect.auto'),
              isDisabled: !isAsked,
              run: () => change(dialectReset(part)),
            },
          ],
        },
      ]}
    />
  )
}

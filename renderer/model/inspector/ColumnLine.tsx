import { ChevronRight, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'
import type { InputEncoding } from '../../../shared/prep/encoding.ts'
import { encodedWidth } from '../../../shared/prep/width.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { ColumnUse } from '../../../shared/project.ts'
import { IconButton } from '../../ui/buttons/IconButton.tsx'
import { Select } from '../../ui/form/Select.tsx'
import styles from './ColumnLine.module.css'
import { EncodingFields } from './encoding/EncodingFields.tsx'

interface ColumnLineProps {
  readonly use: ColumnUse
  readonly onChange: (use: ColumnUse) => Problem | null
  readonly onRemove: () => void
}

const kinds = ['number', 'category', 'sequence'] as const
const starts: Readonly<Record<(typeof kinds)[number], InputEncoding>> = {
  number: { kind: 'number', scale: 'standard', missing: 'median' },
  category: { kind: 'category', as: 'onehot', missing: 'mostFrequent', unknown: false },
  sequence: { kind: 'sequence', separator: ' ', length: 100, pad: 'before' },
}

/** One column of an input; its encoding unfolds. */
export function ColumnLine({ use, onChange, onRemove }: ColumnLineProps) {
  const { t } = useTranslation()
  const { column, encoding } = use
  const width = encodedWidth(encoding)
  return (
    <li className={styles['line']}>
      <Disclosure>
        <div className={styles['head']}>
          <Button slot="trigger" className={styles['toggle'] ?? ''}>
            <ChevronRight aria-hidden />
            <span className={styles['name']}>{column}</span>
            <span className={styles['kind']}>
              {t(`model.encoding.${encoding.kind}`)}
              {width !== 1 && ` · ${width ?? '?'}`}
            </span>
          </Button>
          <IconButton
            label={t('model.input.remove', { column })}
            icon={<X />}
            size="small"
            tip="left"
            onPress={onRemove}
          />
        </div>
        <DisclosurePanel>
          <div className={styles['fields']}>
            <Select
              label={t('model.encoding.kind')}
              items={kinds.map((id) => ({ id, label: t(`model.encoding.${id}`) }))}
              value={encoding.kind}
              onChange={(kind) => onChange({ ...use, encoding: starts[kind] })}
            />
            <EncodingFields
              encoding={encoding}
              onChange={(next) => onChange({ ...use, encoding: next as InputEncoding })}
            />
          </div>
        </DisclosurePanel>
      </Disclosure>
    </li>
  )
}

import { ChevronRight, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'
import type { InputEncoding } from '../../../shared/prep/encoding.ts'
import { encodedWidth } from '../../../shared/prep/width.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { ColumnUse } from '../../../shared/project.ts'
import { InputEncodingForm } from '../../encoding/InputEncodingForm.tsx'
import { IconButton } from '../../ui/buttons/IconButton.tsx'
import styles from './ColumnLine.module.css'
import { useColumn } from './useColumn.ts'

interface ColumnLineProps {
  readonly use: ColumnUse
  readonly onChange: (encoding: InputEncoding) => Problem | null
  readonly onRemove: () => void
}

/** One column of an input; its encoding unfolds. */
export function ColumnLine({ use, onChange, onRemove }: ColumnLineProps) {
  const { t } = useTranslation()
  const { column, encoding } = use
  const profile = useColumn(use)
  const width = encodedWidth(encoding)
  return (
    <li className={styles['line']}>
      <Disclosure>
        <div className={styles['head']}>
          <Button slot="trigger" className={styles['toggle'] ?? ''}>
            <ChevronRight aria-hidden />
            <span className={styles['name']}>{column}</span>
            <span className={styles['kind']}>
              {t(`encoding.kinds.${encoding.kind}`)}
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
            <InputEncodingForm column={profile} encoding={encoding} onChange={onChange} />
          </div>
        </DisclosurePanel>
      </Disclosure>
    </li>
  )
}

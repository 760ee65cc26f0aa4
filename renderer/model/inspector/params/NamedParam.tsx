import { useTranslation } from 'react-i18next'
import { namedTables } from '../../../../shared/layers/values.ts'
import { TypedField } from '../../../fields/TypedField.tsx'
import { useWords } from '../../../i18n/useWords.ts'
import { Select } from '../../../ui/form/Select.tsx'
import { inWords } from '../../card/inWords.ts'
import { readNumber, showNumber, stepText } from '../fields/readNumber.ts'
import styles from './NamedParam.module.css'
import type { ParamControlProps } from './paramControl.ts'

type Given = Readonly<Record<string, unknown>>
const none = 'none'

const asGiven = (value: unknown): Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Given) : {}

/** An initialiser, regulariser or constraint: which one, and below it its own arguments. */
export function NamedParam({
  param,
  value,
  placeholder,
  onChange,
  ...rest
}: ParamControlProps<'initializer' | 'regularizer' | 'constraint'>) {
  const { t } = useTranslation()
  const { words } = useWords()
  const table = namedTables[param.kind]
  const given = asGiven(value)
  const type = typeof given['type'] === 'string' ? given['type'] : ''
  const spec = Object.hasOwn(table, type) ? (table[type] ?? {}) : {}
  const options = (param.kind === 'initializer' && param.options) || Object.keys(table)
  const set = (name: string, next: unknown) => onChange({ ...given, [name]: next })
  return (
    <div className={styles['named']}>
      <Select
        {...rest}
        placeholder={placeholder ?? ''}
        items={[
          ...(param.default === null ? [{ id: none, label: t('model.inspector.none') }] : []),
          ...options.map((id) => ({ id, label: id })),
        ]}
        value={type || (value === null && param.default === null ? none : null)}
        onChange={(next) => onChange(next === none ? null : { type: next })}
      />
      {Object.entries(spec).map(([name, argument]) => {
        const label = words(inWords(name))
        const current = given[name] ?? argument.default
        if (argument.kind === 'choice')
          return (
            <Select
              key={name}
              label={label}
              items={argument.options.map((id) => ({ id, label: id }))}
              value={typeof current === 'string' ? current : null}
              onChange={(next) => set(name, next)}
            />
          )
        const limits = { min: argument.min, max: argument.max, isInteger: argument.kind === 'int' }
        return (
          <TypedField
            key={name}
            label={label}
            value={showNumber(current)}
            onWrite={(text) => set(name, readNumber(text))}
            onStep={(text, direction, times) => stepText(text, direction, times, limits)}
          />
        )
      })}
    </div>
  )
}

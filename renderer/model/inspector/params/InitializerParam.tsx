import { initializers } from '../../../../shared/layers/choices.ts'
import { useWords } from '../../../i18n/useWords.ts'
import { Select } from '../../../ui/form/Select.tsx'
import { inWords } from '../../card/inWords.ts'
import { readNumber, showNumber, stepText } from '../fields/readNumber.ts'
import { TypedField } from '../../../fields/TypedField.tsx'
import styles from './InitializerParam.module.css'
import type { ParamControlProps } from './paramControl.ts'

type Given = Readonly<Record<string, unknown>>

const asGiven = (value: unknown): Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Given) : {}

/** How weights start: the initialiser, and below it its own arguments. */
export function InitializerParam({ value, onChange, ...rest }: ParamControlProps<'initializer'>) {
  const { words } = useWords()
  const given = asGiven(value)
  const type = typeof given['type'] === 'string' ? given['type'] : ''
  const spec = Object.hasOwn(initializers, type) ? (initializers[type] ?? {}) : {}
  const set = (name: string, next: unknown) => onChange({ ...given, [name]: next })
  return (
    <div className={styles['initializer']}>
      <Select
        {...rest}
        items={Object.keys(initializers).map((id) => ({ id, label: id }))}
        value={type || null}
        onChange={(next) => onChange({ type: next })}
      />
      {Object.entries(spec).map(([name, argument]) => {
        const label = words(inWords(name))
        const current = given[name] ?? argument.default
        return argument.kind === 'choice' ? (
          <Select
            key={name}
            label={label}
            items={argument.options.map((id) => ({ id, label: id }))}
            value={typeof current === 'string' ? current : null}
            onChange={(next) => set(name, next)}
          />
        ) : (
          <TypedField
            key={name}
            label={label}
            value={showNumber(current)}
            onWrite={(text) => set(name, readNumber(text))}
            onStep={(text, direction, times) => stepText(text, direction, times, { min: argument.min })}
          />
        )
      })}
    </div>
  )
}

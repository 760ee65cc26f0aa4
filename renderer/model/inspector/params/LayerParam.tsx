import { Fragment, type ReactNode } from 'react'
import type { Param } from '../../../../shared/layers/define.ts'
import { findLayer } from '../../../../shared/layers/index.ts'
import { Select } from '../../../ui/form/Select.tsx'
import styles from './LayerParam.module.css'
import type { ParamControlProps, ParamEditing } from './paramControl.ts'

type Given = Readonly<Record<string, unknown>>

const asGiven = (value: unknown): Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Given) : {}

interface LayerParamProps extends ParamControlProps<'layer'> {
  /** The form of one parameter, which is made of this control in turn. */
  readonly renderParam: (editing: ParamEditing) => ReactNode
}

/** The layer that a wrapper holds, and below it that layer's own parameters. */
export function LayerParam({ param, value, placeholder, onChange, renderParam, ...rest }: LayerParamProps) {
  const given = asGiven(value)
  const type = typeof given['type'] === 'string' ? given['type'] : null
  const definition = type === null ? undefined : findLayer(type)
  const params = asGiven(given['params'])
  const set = (name: string, next: unknown) => {
    const { [name]: _, ...others } = params
    return onChange({ ...given, params: next === undefined ? others : { ...others, [name]: next } })
  }
  return (
    <div className={styles['layer']}>
      <Select
        {...rest}
        placeholder={placeholder ?? ''}
        items={param.options.map((id) => ({ id, label: findLayer(id)?.title ?? id }))}
        value={type}
        onChange={(next) => onChange({ type: next, params: {} })}
      />
      {definition && (
        <fieldset className={styles['inner']} aria-label={definition.title}>
          {Object.entries(definition.params).map(([name, inner]: readonly [string, Param]) => (
            <Fragment key={`${type}.${name}`}>
              {renderParam({
                name,
                param: inner,
                given: Object.hasOwn(params, name) ? params[name] : undefined,
                onChange: (next) => set(name, next),
              })}
            </Fragment>
          ))}
        </fieldset>
      )}
    </div>
  )
}

import type { Param } from '../layers/define.ts'
import { setParam } from '../edits/setValues.ts'
import { ownLayer } from './ownLayer.ts'
import type { Repair, RepairRule } from './repair.ts'

/** A default in a word: the type of one that has arguments. */
const shown = (value: Param['default']): string =>
  typeof value === 'object' && value !== null && 'type' in value ? String(value.type) : JSON.stringify(value)

/** The nearest value that a number may have, or the parameter's default. */
export const mendParam: RepairRule = {
  codes: ['valueOutOfRange', 'valueMissing', 'valueInvalid'],
  suggest: (at) => {
    const own = ownLayer(at)
    const name = String(at.problem.values?.['param'] ?? '').split('.')[0] ?? ''
    const params = own?.resolved.definition.params ?? {}
    const param = Object.hasOwn(params, name) ? params[name] : undefined
    if (!own || !param) return []
    const given = own.layer.params[name]
    const isNumber = (param.kind === 'int' || param.kind === 'float') && typeof given === 'number'
    const repairs: Repair[] = []
    if (isNumber) {
      const whole = param.kind === 'int' ? Math.round(given) : given
      const value = Math.min(param.max ?? Infinity, Math.max(param.min ?? -Infinity, whole))
      repairs.push({
        code: 'nearestValue',
        values: { param: name, value },
        apply: (project) => setParam(project, own.id, name, value),
      })
    }
    const value = shown(param.default)
    repairs.push({
      code: 'resetParam',
      values: { param: name, value },
      apply: (project) => setParam(project, own.id, name, undefined),
    })
    return repairs
  },
}

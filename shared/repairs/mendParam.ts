import { setParam } from '../edits/setValues.ts'
import { ownLayer } from './ownLayer.ts'
import type { Repair, RepairRule } from './repair.ts'

const shown = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value))

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
    const value =
      param.kind === 'layer'
        ? param.default.type
        : shown('type' in Object(param.default) ? Object(param.default).type : param.default)
    repairs.push({
      code: 'resetParam',
      values: { param: name, value },
      apply: (project) => setParam(project, own.id, name, undefined),
    })
    return repairs
  },
}

import { findNode, layerOf } from '../../../shared/graph.ts'
import type { Param, ParamTable } from '../../../shared/layers/define.ts'
import { findLayer } from '../../../shared/layers/index.ts'
import { isCall, type Project } from '../../../shared/project.ts'

/** What a parameter accepts, as text; two that accept the same can be edited together. */
const acceptance = (param: Param): string => {
  switch (param.kind) {
    case 'layer':
      return JSON.stringify([param.kind, param.options])
    case 'initializer':
      return JSON.stringify([param.kind, param.options ?? []])
    case 'tuple':
      return JSON.stringify([param.kind, param.default.length])
    case 'int':
    case 'float':
      return JSON.stringify([param.kind, param.optional ?? false])
    case 'choice':
    case 'bool':
    case 'shape':
    case 'regularizer':
    case 'constraint':
      return param.kind
  }
}

/** Of a number or a choice only what all of them allow; null when that is nothing. */
const narrowed = (one: Param, other: Param): Param | null => {
  if (one.kind === 'choice' && other.kind === 'choice') {
    const options = one.options.filter((option) => other.options.includes(option))
    return options.length ? { ...one, options } : null
  }
  const isNumber = (param: Param) => param.kind === 'int' || param.kind === 'float'
  if (!isNumber(one) || !isNumber(other)) return one
  const limits = (param: Param) =>
    ('min' in param || 'max' in param ? param : {}) as { min?: number; max?: number }
  const min = Math.max(limits(one).min ?? -Infinity, limits(other).min ?? -Infinity)
  const max = Math.min(limits(one).max ?? Infinity, limits(other).max ?? Infinity)
  return { ...one, ...(min > -Infinity ? { min } : {}), ...(max < Infinity ? { max } : {}) } as Param
}

/** The layers that these nodes call, each once, and the parameters that all of them have under one name and of one kind. */
export const commonParams = (
  project: Pick<Project, 'nodes' | 'layers'>,
  ids: readonly string[],
): { readonly params: ParamTable; readonly called: readonly string[] } => {
  const called = new Set<string>()
  const tables: ParamTable[] = []
  for (const id of ids) {
    const node = findNode(project, id)
    if (!node || !isCall(node)) continue
    const definition = findLayer(layerOf(project, node)?.type ?? '')
    if (!definition) return { params: {}, called: [] }
    called.add(node.layer)
    tables.push(definition.params)
  }
  const [first = {}, ...rest] = tables
  const params: Record<string, Param> = {}
  for (const [name, param] of Object.entries(first)) {
    const others = rest.map((table) => (Object.hasOwn(table, name) ? table[name] : undefined))
    if (!others.every((other) => other && acceptance(other) === acceptance(param))) continue
    const common = others.reduce<Param | null>(
      (so, other) => (so && other ? narrowed(so, other) : null),
      param,
    )
    if (common) params[name] = common
  }
  return { params, called: [...called] }
}

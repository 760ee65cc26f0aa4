import { isBypassed } from '../../../shared/bypass.ts'
import { layerOf } from '../../../shared/graph.ts'
import type { Param } from '../../../shared/layers/define.ts'
import { findLayer } from '../../../shared/layers/index.ts'
import { effectiveLoss } from '../../../shared/losses.ts'
import { type GraphNode, isInput, isOutput, type Project } from '../../../shared/project.ts'
import type { Words } from '../../../shared/words.ts'
import { inWords } from './inWords.ts'

/** One piece of the card's telling line. */
export type Telling =
  | { readonly kind: 'value'; readonly label: Words; readonly value: string }
  | { readonly kind: 'label'; readonly label: Words }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'columns'; readonly count: number }
  | { readonly kind: 'nodes'; readonly count: number }
  | { readonly kind: 'loss'; readonly loss: string }
  | { readonly kind: 'bypassed' }

const innerTitle = (value: unknown): string => {
  const type = typeof value === 'object' && value !== null && 'type' in value ? String(value.type) : ''
  return findLayer(type)?.title ?? '?'
}

const tell = (name: string, param: Param, value: unknown): Telling | null => {
  const label = param.label ?? inWords(name)
  switch (param.kind) {
    case 'bool':
      return value === true ? { kind: 'label', label } : null
    case 'choice':
      return { kind: 'text', text: String(value) }
    case 'tuple':
      return { kind: 'value', label, value: Array.isArray(value) ? value.join(' × ') : '?' }
    case 'shape':
      return { kind: 'text', text: Array.isArray(value) ? `[${value.join(', ')}]` : '?' }
    case 'initializer':
    case 'regularizer':
    case 'constraint':
      return null
    case 'layer':
      return { kind: 'text', text: innerTitle(value) }
    case 'int':
    case 'float':
      return { kind: 'value', label, value: typeof value === 'number' ? String(value) : '?' }
  }
}

/** The few settings that tell one node from another of its kind, most telling first. */
export const tellingOf = (project: Project, node: GraphNode): readonly Telling[] => {
  if (isBypassed(node)) return [{ kind: 'bypassed' }]
  if (isInput(node)) {
    const { columns, dtype } = node.input
    const [only] = columns
    if (!only) return [{ kind: 'text', text: dtype }]
    return columns.length === 1
      ? [{ kind: 'text', text: only.column }]
      : [{ kind: 'columns', count: columns.length }]
  }
  if (isOutput(node)) {
    const loss = effectiveLoss(node.output)
    return [
      ...(node.output.target ? [{ kind: 'text', text: node.output.target.column } as const] : []),
      ...(loss ? [{ kind: 'loss', loss } as const] : []),
    ]
  }
  const layer = layerOf(project, node)
  const definition = layer && findLayer(layer.type)
  if (!definition) return []
  return definition.card.flatMap((name) => {
    const param = definition.params[name]
    const given = Object.hasOwn(layer.params, name) ? layer.params[name] : undefined
    return (param && tell(name, param, given ?? param.default)) ?? []
  })
}

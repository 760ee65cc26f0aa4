import { z } from 'zod'
import { inputEncodingSchema, targetEncodingSchema } from './prep/encoding.ts'
import { columnTypes, dialectSchema } from './table.ts'
import { trainingSchema } from './training.ts'

/** The document format: see docs/project-format.md, which is generated from these schemas. Unknown keys are carried through. */
export const currentFormat = 1

const id = z.string().min(1).max(200)
const title = z.string().max(500)
const position = { x: z.number(), y: z.number() }
const size = z.int().min(1).max(2_000_000_000)

export const layerSchema = z.looseObject({
  type: z.string().min(1).max(100),
  name: title,
  params: z.record(z.string(), z.json()).default({}),
})

export const columnUseSchema = z.looseObject({
  source: id.optional(),
  column: z.string(),
  encoding: inputEncodingSchema,
})
export const inputSchema = z.looseObject({
  name: title,
  /** Without the batch axis; null is an axis of any size. */
  shape: z.array(size.nullable()).max(8),
  dtype: z.enum(['float32', 'int32']).default('float32'),
  columns: z.array(columnUseSchema).max(10_000).default([]),
})
export const outputSchema = z.looseObject({
  /** The feeding layer's name when absent. */
  name: title.optional(),
  target: z
    .looseObject({ source: id.optional(), column: z.string(), encoding: targetEncodingSchema })
    .optional(),
  loss: z.string().max(100).optional(),
  lossWeight: z.number().min(0).optional(),
  metrics: z.array(z.string().max(100)).max(50).optional(),
})

/** A node is a call of a layer, an input of the model, or a mark that a tensor is an output of the model. */
const nodeBase = { ...position, group: id.optional() }
export const callNodeSchema = z.looseObject({ layer: id, ...nodeBase })
export const inputNodeSchema = z.looseObject({ input: inputSchema, ...nodeBase })
export const outputNodeSchema = z.looseObject({ output: outputSchema, ...nodeBase })
export const nodeSchema = z
  .union([callNodeSchema, inputNodeSchema, outputNodeSchema])
  .refine((node) => ['layer', 'input', 'output'].filter((kind) => kind in node).length === 1, {
    error: 'A node has exactly one of layer, input and output.',
  })

export const edgeSchema = z.looseObject({
  from: id,
  out: z.string().max(100),
  to: id,
  in: z.string().max(100),
})
export const groupSchema = z.looseObject({ title, parent: id.optional(), collapsed: z.boolean().optional() })
export const noteSchema = z.looseObject({
  text: z.string().max(100_000),
  ...position,
  width: z.number().optional(),
  height: z.number().optional(),
})

export const sourceSchema = z.looseObject({
  id,
  /** Relative to the project file, `/` between the parts. */
  file: z.string().min(1).max(4096),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  dialect: dialectSchema.partial().optional(),
  columns: z.record(z.string(), z.looseObject({ type: z.enum(columnTypes) })).optional(),
  /** How its rows meet those of the first source. */
  join: z
    .discriminatedUnion('by', [
      z.looseObject({ by: z.literal('row') }),
      z.looseObject({ by: z.literal('key'), column: z.string(), with: z.string() }),
    ])
    .optional(),
  part: z.enum(['test']).optional(),
})
export const dataSchema = z.looseObject({
  sources: z.array(sourceSchema).max(100).default([]),
  steps: z
    .array(z.looseObject({ kind: z.string().max(100) }))
    .max(1000)
    .default([]),
})

export const projectSchema = z.looseObject({
  format: z.literal(currentFormat),
  id,
  name: title,
  layers: z.record(id, layerSchema),
  nodes: z.record(id, nodeSchema),
  edges: z.array(edgeSchema).max(200_000),
  groups: z.record(id, groupSchema).default({}),
  notes: z.record(id, noteSchema).default({}),
  data: dataSchema.prefault({}),
  training: trainingSchema.prefault({}),
})

export type Project = z.infer<typeof projectSchema>
export type LayerEntry = z.infer<typeof layerSchema>
export type ColumnUse = z.infer<typeof columnUseSchema>
export type InputSpec = z.infer<typeof inputSchema>
export type OutputSpec = z.infer<typeof outputSchema>
export type CallNode = z.infer<typeof callNodeSchema>
export type InputNode = z.infer<typeof inputNodeSchema>
export type OutputNode = z.infer<typeof outputNodeSchema>
export type GraphNode = z.infer<typeof nodeSchema>
export type Edge = z.infer<typeof edgeSchema>
export type Source = z.infer<typeof sourceSchema>

export const isInput = (node: GraphNode): node is InputNode => 'input' in node
export const isOutput = (node: GraphNode): node is OutputNode => 'output' in node
export const isCall = (node: GraphNode): node is CallNode => 'layer' in node

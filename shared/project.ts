import { z } from 'zod'
import { inputEncodingSchema, targetEncodingSchema } from './prep/encoding.ts'
import { stepSchema } from './prep/steps/step.ts'
import { columnTypes, dialectSchema } from './table.ts'
import { trainingSchema } from './training.ts'

/** The document format: see docs/project-format.md, which is generated from these schemas. Unknown keys are carried through. */
export const currentFormat = 1

const id = z.string().min(1).max(200)
const title = z.string().max(500)
const position = { x: z.number(), y: z.number() }
const size = z.int().min(1).max(2_000_000_000)

/** A layer of the document; any number of nodes may call it. */
export const layerSchema = z.looseObject({
  type: z.string().min(1).max(100),
  name: title,
  params: z.record(z.string(), z.json()).default({}),
})

const columnUseSchema = z.looseObject({
  source: id.optional().describe('The first source when absent.'),
  column: z.string(),
  encoding: inputEncodingSchema,
})
/** What an input node takes in. */
export const inputSchema = z.looseObject({
  name: title,
  shape: z.array(size.nullable()).max(8).describe('Without the batch axis; null is an axis of any size.'),
  dtype: z.enum(['float32', 'int32']).default('float32'),
  columns: z.array(columnUseSchema).max(10_000).default([]),
  window: z
    .looseObject({ steps: z.int().min(1).max(100_000) })
    .optional()
    .describe('Takes the row and those before it, in the order of the data: shape [steps, values of a row].'),
})
/** How much a row counts in the loss, by the class of its target. */
const classWeightsSchema = z
  .union([z.literal('balanced'), z.record(z.string(), z.number().min(0).max(1e6))])
  .describe(
    'balanced: training rows / (classes · training rows of the class). A class without a number counts 1.',
  )
/** What an output node is to predict, and how that is judged. */
export const outputSchema = z.looseObject({
  name: title.optional().describe("The feeding layer's name when absent."),
  target: z
    .looseObject({
      source: id.optional(),
      column: z.string(),
      encoding: targetEncodingSchema,
      horizon: z
        .int()
        .min(0)
        .max(1_000_000)
        .optional()
        .describe('How many rows ahead, in the order of the data; 0 when absent.'),
    })
    .optional(),
  loss: z.string().max(100).optional(),
  lossWeight: z.number().min(0).optional(),
  metrics: z.array(z.string().max(100)).max(50).optional(),
  classWeights: classWeightsSchema.optional(),
})

const part = id
  .optional()
  .describe('Its place in a tied group: what stands at the same place in the others has the same part.')
const nodeBase = { ...position, group: id.optional(), part }
const callNodeSchema = z.looseObject({
  layer: id,
  ...nodeBase,
  bypassed: z
    .boolean()
    .optional()
    .describe('True leaves the node out of the model: what enters its main input goes straight through.'),
})
const inputNodeSchema = z.looseObject({ input: inputSchema, ...nodeBase })
const outputNodeSchema = z.looseObject({ output: outputSchema, ...nodeBase })
/** A node is a call of a layer, an input of the model, or a mark that a tensor is an output of the model. */
export const nodeSchema = z
  .union([callNodeSchema, inputNodeSchema, outputNodeSchema])
  .refine((node) => ['layer', 'input', 'output'].filter((kind) => kind in node).length === 1, {
    error: 'A node has exactly one of layer, input and output.',
  })

/** An edge from an output port (`out`) of one node to an input port (`in`) of another. */
export const edgeSchema = z.looseObject({
  from: id,
  out: z.string().max(100),
  to: id,
  in: z.string().max(100),
})

const portName = z.string().min(1).max(100)
/** A port of a group: an edge that enters here goes to all its ends. */
const groupInputSchema = z.looseObject({
  name: portName,
  to: z.array(z.looseObject({ node: id, in: z.string().max(100) })).max(1000),
})
/** A port of a group: an edge that leaves here comes from a node inside. */
const groupOutputSchema = z.looseObject({ name: portName, from: id, out: z.string().max(100) })
/** Nodes that belong together: a frame or, collapsed, a block with ports of its own. */
export const groupSchema = z.looseObject({
  title,
  parent: id.optional(),
  collapsed: z.boolean().optional(),
  same: id
    .optional()
    .describe(
      'Groups with the same mark are calls of one block: they call the same layers and are edited together.',
    ),
  part,
  inputs: z
    .array(groupInputSchema)
    .max(1000)
    .optional()
    .describe('Ports it has even while nothing is connected; others follow from its edges.'),
  outputs: z.array(groupOutputSchema).max(1000).optional(),
  exposed: z
    .array(z.looseObject({ layer: id, param: z.string().max(100) }))
    .max(1000)
    .optional()
    .describe('Parameters of layers inside that its own settings show.'),
})
/** A text on the canvas. */
export const noteSchema = z.looseObject({
  text: z.string().max(100_000),
  ...position,
  width: z.number().optional(),
  height: z.number().optional(),
})

const sourceSchema = z.looseObject({
  id,
  name: title.optional().describe("What people call it; its file's name when absent."),
  file: z.string().min(1).max(4096).describe('Relative to the project file, with / between the parts.'),
  entry: z.string().min(1).max(4096).optional().describe('The table inside, when the file is an archive.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  dialect: dialectSchema.partial().optional().describe('What is absent is found out from the file.'),
  columns: z
    .record(
      z.string(),
      z.looseObject({
        type: z.enum(columnTypes),
        chosen: z
          .boolean()
          .optional()
          .describe('True: the type is the word of a person, not found in the file.'),
      }),
    )
    .optional()
    .describe('What is known of its columns, by name.'),
  join: z
    .discriminatedUnion('by', [
      z.looseObject({ by: z.literal('row') }),
      z.looseObject({ by: z.literal('key'), column: z.string(), with: z.string() }),
    ])
    .optional()
    .describe('How its rows meet those of the first source.'),
  part: z.enum(['test']).optional().describe('Its rows are the test part.'),
})
const orderSchema = z.looseObject({
  column: z.string().optional().describe('Numbers by size, dates by time, other text as categories are.'),
  group: z
    .string()
    .optional()
    .describe('Rows with the same value are one series; no window reaches into another.'),
})
const dataSchema = z.looseObject({
  sources: z.array(sourceSchema).max(100).default([]),
  steps: z.array(stepSchema).max(1000).default([]),
  order: orderSchema
    .optional()
    .describe("The order of time, for windows and horizons; the table's when absent."),
})

/** A whole document. */
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
export type ClassWeights = z.infer<typeof classWeightsSchema>
export type OutputSpec = z.infer<typeof outputSchema>
export type CallNode = z.infer<typeof callNodeSchema>
export type InputNode = z.infer<typeof inputNodeSchema>
export type OutputNode = z.infer<typeof outputNodeSchema>
export type GraphNode = z.infer<typeof nodeSchema>
export type Edge = z.infer<typeof edgeSchema>
export type Group = z.infer<typeof groupSchema>
export type Note = z.infer<typeof noteSchema>
export type Source = z.infer<typeof sourceSchema>

/** An input of the model. Every node is exactly one of input, output and call. */
export const isInput = (node: GraphNode): node is InputNode => 'input' in node
/** A mark that a tensor is an output of the model. */
export const isOutput = (node: GraphNode): node is OutputNode => 'output' in node
/** A call of a layer. */
export const isCall = (node: GraphNode): node is CallNode => 'layer' in node

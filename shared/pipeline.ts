import { z } from 'zod'
import { fittedSchema } from './prep/fitted.ts'

/**
 * What stands beside a trained model as `layerloom.json`: how raw rows become its inputs and its outputs become answers.
 * Written for programs of other people too; documented in docs/export.md.
 */
export const pipelineSchema = z.looseObject({
  format: z.literal(1),
  project: z.string(),
  /** In the order of the model's inputs. A row's values of one input lie side by side in the order of its columns. */
  inputs: z.array(
    z.looseObject({
      name: z.string(),
      shape: z.array(z.number().nullable()),
      dtype: z.enum(['float32', 'int32']),
      columns: z.array(
        z.looseObject({ source: z.string().optional(), column: z.string(), fitted: fittedSchema }),
      ),
    }),
  ),
  /** In the order of the model's outputs. */
  outputs: z.array(
    z.looseObject({
      name: z.string(),
      loss: z.string(),
      lossWeight: z.number(),
      metrics: z.array(z.string()),
      /** How much a training row counted, in the order of the target's classes; each counted 1 when absent. */
      classWeights: z.array(z.number()).optional(),
      target: z.looseObject({ source: z.string().optional(), column: z.string(), fitted: fittedSchema }),
    }),
  ),
})
export type Pipeline = z.infer<typeof pipelineSchema>

import { z } from 'zod'
import { fittedSchema } from './prep/fitted.ts'
import { pipelineStepsSchema } from './prep/steps/pipelineSteps.ts'

/**
 * What stands beside a trained model as `layerloom.json`: how raw rows become its inputs and its outputs become answers.
 * Written for programs of other people too; documented in docs/export.md.
 */
export const pipelineSchema = z.looseObject({
  format: z.literal(1),
  project: z.string(),
  /** For models with windows: rows come in order of time, those with the same value of `group` are one series. */
  order: z.looseObject({ column: z.string().optional(), group: z.string().optional() }).optional(),
  /** What is done with raw columns before they are encoded, in order; absent when nothing is. */
  steps: pipelineStepsSchema.optional(),
  /** In the order of the model's inputs. A row's values of one input lie side by side in the order of its columns. */
  inputs: z.array(
    z.looseObject({
      name: z.string(),
      shape: z.array(z.number().nullable()),
      dtype: z.enum(['float32', 'int32']),
      /** The values of so many rows, the oldest first and the row itself last: shape [steps, values of a row]. */
      window: z.looseObject({ steps: z.number() }).optional(),
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
      target: z.looseObject({
        source: z.string().optional(),
        column: z.string(),
        fitted: fittedSchema,
        /** How many rows ahead of the row that is asked about; 0 when absent. */
        horizon: z.number().optional(),
      }),
    }),
  ),
})
export type Pipeline = z.infer<typeof pipelineSchema>

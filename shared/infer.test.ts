import { expect, it } from 'vitest'
import headline from './fixtures/headline.loom?raw'
import { inferGraph } from './infer.ts'
import { parseProject } from './openProject.ts'

it('counts the 5,200,610 parameters of the headline model', () => {
  const analysis = inferGraph(parseProject(headline))
  expect(analysis.problems).toEqual([])
  expect(analysis.parameters).toEqual({ total: 5_200_610, trainable: 5_200_610 })
  expect(analysis.nodes.join?.outputs.output).toEqual({ shape: [37], dtype: 'float32' })
  expect(analysis.ok).toBe(true)
})

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { inferGraph } from './infer.ts'
import { projectSchema } from './project.ts'

const open = (name: string) =>
  projectSchema.parse(JSON.parse(readFileSync(new URL(`./fixtures/${name}.loom`, import.meta.url), 'utf8')))

it('counts the 5,200,610 parameters of the headline model', () => {
  const analysis = inferGraph(open('headline'))
  expect(analysis.problems).toEqual([])
  expect(analysis.parameters).toEqual({ total: 5_200_610, trainable: 5_200_610 })
  expect(analysis.nodes.join?.outputs.output).toEqual({ shape: [37], dtype: 'float32' })
  expect(analysis.ok).toBe(true)
})

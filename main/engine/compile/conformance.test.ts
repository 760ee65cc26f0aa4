import { describe, expect, it } from 'vitest'
import { inferGraph } from '../../../shared/infer.ts'
import { layerDefinitions, type LayerType } from '../../../shared/layers/index.ts'
import { ProblemError } from '../../../shared/problems.ts'
import { cpuBackend } from '../backends/cpu.ts'
import { loadWasmForTests } from '../backends/wasmBytes.test-support.ts'
import { buildModel } from './buildModel.ts'
import { type LayerCase, layerCases } from './layerCases.test-support.ts'
import { trainTwoSteps } from './runCase.test-support.ts'
import { lowerGraph } from './topology.ts'

const types = Object.keys(layerDefinitions) as LayerType[]
const loadCpu = () => cpuBackend.load({ wasmBytes: () => Promise.reject(new Error('cpu has none')) })

const inferredShapes = ({ project }: LayerCase) => {
  const outputs = inferGraph(project).nodes['layer']?.outputs ?? {}
  return Object.values(outputs).map(({ shape }) => shape)
}
/** Axes that inference leaves open may have any size when the model runs. */
const fits = (found: readonly (readonly number[])[], inferred: readonly (readonly (number | null)[])[]) =>
  found.length === inferred.length &&
  found.every((shape, index) => {
    const wanted = inferred[index] ?? []
    return shape.length === wanted.length && shape.every((size, axis) => size === (wanted[axis] ?? size))
  })

/**
 * tfjs' own cpu kernels divide by the whole window at the border (average pooling), read beside the window (largest value of
 * a volume) or see the first row of a batch only (enlarging); ours are held against numeric gradients.
 */
const isCpuWrong = ({ type, params }: Pick<LayerCase, 'type' | 'params'>): boolean =>
  (params['layer'] !== undefined && isCpuWrong(params['layer'] as LayerCase)) ||
  (type.startsWith('averagePooling') && params['padding'] === 'same') ||
  type === 'maxPooling3d' ||
  type.startsWith('upSampling')

/** Scores do not depend on the keys' bias: its slope is rounding, which unitNorm makes a weight of. */
const isRounding = ({ type, params }: LayerCase) =>
  type === 'multiHeadAttention' && (params['biasConstraint'] as { type?: string } | null)?.type === 'unitNorm'

/** Ids that a layer with weights computes are refused when a model is compiled. */
const refused = (error: unknown): null => {
  if (error instanceof ProblemError && error.problem.code === 'dtypeMismatch') return null
  throw error
}

const close = (found: readonly number[], wanted: readonly number[], title: string) => {
  expect(found.length, title).toBe(wanted.length)
  for (const [index, value] of found.entries()) {
    const other = wanted[index] ?? Number.NaN
    expect(Number.isFinite(value), `${title}: ${value}`).toBe(true)
    expect(Math.abs(value - other), `${title}: ${value} is not ${other}`).toBeLessThanOrEqual(
      2e-4 * (1 + Math.abs(other)),
    )
  }
}

describe.each(types)('%s', (type) => {
  it('has the shapes and the parameter count that tfjs gives it', async () => {
    await loadCpu()
    let count = 0
    for (const one of layerCases(type, false)) {
      const { project, title } = one
      const analysis = inferGraph(project)
      const model = await buildModel(lowerGraph(project, analysis).topology)
      const shapes = model.outputs.map(({ shape }) => shape.slice(1))
      expect(shapes, title).toEqual(inferredShapes(one))
      expect(model.countParams(), title).toBe(analysis.parameters.total)
      model.dispose()
      count++
    }
    expect(count).toBeGreaterThan(0)
  })

  it('trains two steps on the WASM engine as on the reference', async () => {
    const seen = new Map<string, number>()
    for (const one of layerCases(type, true)) {
      // One input for each choice of parameters is enough here, but for the first, which has them all at their defaults.
      const key = JSON.stringify(one.params)
      seen.set(key, (seen.get(key) ?? 0) + 1)
      if ((seen.get(key) ?? 0) > (seen.size === 1 ? 6 : 1) || isCpuWrong(one) || isRounding(one)) continue
      await loadCpu()
      const wanted = await trainTwoSteps(one.project).catch(refused)
      if (!wanted) continue
      await loadWasmForTests()
      const found = await trainTwoSteps(one.project)
      expect(fits(found.shapes, inferredShapes(one)), `${one.title}: ${JSON.stringify(found.shapes)}`).toBe(
        true,
      )
      close(found.losses, wanted.losses, one.title)
      close(found.weights.flat(), wanted.weights.flat(), one.title)
    }
  }, 180_000)
})

import { describe, expect, it } from 'vitest'
import type { LayerDefinition, Shape } from '../../../shared/layers/define.ts'
import { layerDefinitions, type LayerType } from '../../../shared/layers/index.ts'
import { paramValues } from '../../../shared/layers/values.ts'
import { isOutput, projectSchema } from '../../../shared/project.ts'
import { cpuBackend } from '../backends/cpu.ts'
import { loadWasmForTests } from '../backends/wasmBytes.test-support.ts'
import { buildModel } from './buildModel.ts'
import { distinctCases, type LayerCase, layerCases } from './layerCases.test-support.ts'
import { trainTwoSteps } from './runCase.test-support.ts'
import { lowerGraph, type Topology } from './topology.ts'

const types = Object.keys(layerDefinitions) as LayerType[]
const definitionOf = (type: string): LayerDefinition => layerDefinitions[type as LayerType] as never
const loadCpu = () => cpuBackend.load({ wasmBytes: () => Promise.reject(new Error('cpu has none')) })

/** What inference says reaches the outputs. */
const inferredShapes = ({ project, analysis }: LayerCase) =>
  Object.entries(project.nodes).flatMap(([id, node]) =>
    isOutput(node) ? (analysis.nodes[id]?.inputs['input'] ?? []).map(({ shape }) => shape) : [],
  )

/** What tfjs says of a model. */
const describeModel = async (topology: Topology) => {
  const model = await buildModel(topology)
  const shapes = model.outputs.map(({ shape }) => shape.slice(1))
  const parameters = model.countParams()
  model.dispose()
  return { shapes, parameters }
}

/** What tfjs says of shapes; where it leaves an axis open of which inference knows more, as that does. */
const completed = (found: readonly Shape[], inferred: readonly Shape[]) =>
  found.map((shape, index) => shape.map((size, axis) => size ?? inferred[index]?.[axis] ?? null))

/** The layer's values after its document was written and read. */
const valuesAgain = ({ project, type }: LayerCase) => {
  const read = projectSchema.parse(JSON.parse(JSON.stringify(project)))
  return paramValues(definitionOf(type), read.layers['layer']?.params ?? {})
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
  type.startsWith('upSampling') ||
  type === 'resizing'

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

let cases = 0

describe.each(types)('%s', (type) => {
  it('has the shapes and the parameter count that tfjs gives it, and comes back from its document', async () => {
    await loadCpu()
    const known = new Map<string, Awaited<ReturnType<typeof describeModel>>>()
    const before = cases
    for (const one of layerCases(type, false)) {
      const { topology } = lowerGraph(one.project, one.analysis)
      const key = JSON.stringify(topology)
      const { shapes, parameters } = known.get(key) ?? (await describeModel(topology))
      known.set(key, { shapes, parameters })
      expect(completed(shapes, inferredShapes(one)), one.title).toEqual(inferredShapes(one))
      expect(parameters, one.title).toBe(one.analysis.parameters.total)
      expect(valuesAgain(one), one.title).toEqual(paramValues(definitionOf(type), one.params))
      cases++
    }
    expect(cases).toBeGreaterThan(before)
  }, 180_000)

  it('trains two steps on the WASM engine as on the reference', async () => {
    await loadCpu()
    const tried = []
    for (const one of distinctCases(type, true, ['initializer'], 6)) {
      if (isCpuWrong(one)) tried.push({ one, reference: null })
      else {
        const reference = await trainTwoSteps(one.project)
        tried.push({ one, reference })
      }
    }
    await loadWasmForTests()
    // Linear gates on linear sums may grow beyond all numbers within a few steps.
    let overflown = 0
    for (const { one, reference } of tried) {
      const found = await trainTwoSteps(one.project)
      if (reference && !reference.losses.every(Number.isFinite)) {
        overflown++
        continue
      }
      expect(fits(found.shapes, inferredShapes(one)), `${one.title}: ${JSON.stringify(found.shapes)}`).toBe(
        true,
      )
      // Where cpu is wrong, only that the numbers are finite: their slopes are held against finite differences.
      close(found.losses, (reference ?? found).losses, one.title)
      close(found.weights.flat(), (reference ?? found).weights.flat(), one.title)
    }
    expect(tried.length).toBeGreaterThan(0)
    expect(overflown).toBeLessThan(tried.length / 10 + 1)
  }, 180_000)
})

it('tries the whole catalogue in thousands of cases', () => {
  expect(cases).toBeGreaterThanOrEqual(2000)
})

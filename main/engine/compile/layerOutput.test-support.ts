import { type Tensor, tensor, tidy } from '@tensorflow/tfjs-core'
import type { LayerType } from '../../../shared/layers/index.ts'
import { projectSchema } from '../../../shared/project.ts'
import { compileCase } from './runCase.test-support.ts'

const place = { x: 0, y: 0 }

/** What one layer puts out for one row of this shape. */
export const layerOutput = async (
  type: LayerType,
  params: Readonly<Record<string, unknown>>,
  shape: readonly number[],
  values: readonly number[],
): Promise<{ readonly shape: readonly number[]; readonly values: readonly number[] }> => {
  const project = projectSchema.parse({
    format: 1,
    id: 'one',
    name: type,
    layers: { layer: { type, name: 'layer', params } },
    nodes: {
      in: { input: { name: 'in', shape, dtype: 'float32' }, ...place },
      layer: { layer: 'layer', ...place },
      out: { output: { name: 'out' }, ...place },
    },
    edges: [
      { from: 'in', out: 'output', to: 'layer', in: 'input' },
      { from: 'layer', out: 'output', to: 'out', in: 'input' },
    ],
  })
  const { compiled } = await compileCase(project)
  return tidy(() => {
    const [output] = compiled.execute([tensor([...values], [1, ...shape])], false) as [Tensor]
    return { shape: output.shape.slice(1), values: [...output.dataSync()] }
  })
}

import type { InputSpec } from '../project.ts'
import { isRecord } from './kerasNames.ts'
import type { KerasLayerEntry } from './kerasGraph.ts'
import { type Finding, shown } from './reading.ts'

const isSize = (axis: unknown): axis is number | null =>
  axis === null ||
  (typeof axis === 'number' && Number.isSafeInteger(axis) && axis > 0 && axis <= 2_000_000_000)

/** A shape without the batch axis out of what Keras' versions write: `batch_shape`, `batch_input_shape`, `shape`. */
const shapeOf = (config: KerasLayerEntry['config']): readonly (number | null)[] | null => {
  const {
    batch_shape: batch,
    batch_input_shape: batchInput = batch,
    shape,
    input_shape: inputShape = shape,
  } = config
  const axes = Array.isArray(batchInput) ? batchInput.slice(1) : inputShape
  return Array.isArray(axes) && axes.length <= 8 && axes.every(isSize) ? axes : null
}

const whole = /^(u?int\d+|bool)$/
const dtypeOf = ({ dtype }: KerasLayerEntry['config']): string => {
  if (typeof dtype === 'string') return dtype
  const policy = isRecord(dtype) && isRecord(dtype['config']) ? dtype['config']['name'] : null
  return typeof policy === 'string' ? policy : 'float32'
}

/** An input of a document for an `InputLayer`. */
export const inputFromKeras = ({
  name,
  config,
  line: at,
}: KerasLayerEntry): { readonly input: InputSpec; readonly findings: readonly Finding[] } => {
  const findings: Finding[] = []
  const line = at ?? null
  const shape = shapeOf(config)
  if (!shape) findings.push({ line, problem: { code: 'codeShapeMissing', values: { name } } })
  const written = dtypeOf(config)
  if (!/^(float|bfloat|mixed|u?int|bool)/.test(written))
    findings.push({
      line,
      problem: { code: 'codeSettingIgnored', values: { setting: 'dtype', found: shown(written) } },
    })
  const dtype = whole.test(written) ? 'int32' : 'float32'
  return { input: { name, shape: [...(shape ?? [null])], dtype, columns: [] }, findings }
}

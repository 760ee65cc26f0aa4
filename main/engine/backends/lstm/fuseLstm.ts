import {
  customGrad,
  engine,
  getBackend,
  reshape,
  slice,
  type Tensor,
  type Tensor3D,
  tidy,
} from '@tensorflow/tfjs-core'
import { layers } from '@tensorflow/tfjs-layers'
import { wasmHeap } from '../kernels/kernel.ts'
import { runSequence, type SequenceOptions, sequenceGradients } from './sequence.ts'
import { gateActivations } from './step.ts'

interface Activation {
  getClassName: () => string
}

interface LayerVariable {
  read: () => Tensor
}

/** The parts of tfjs-layers' LSTM that decide whether, and with what, it is computed as one operation. */
interface LstmLayer {
  readonly cell: {
    readonly activation: Activation
    readonly recurrentActivation: Activation
    readonly useBias: boolean
    readonly dropout: number
    readonly recurrentDropout: number
    readonly kernel: LayerVariable
    readonly recurrentKernel: LayerVariable
    readonly bias: LayerVariable
  }
  readonly stateful: boolean
  readonly returnState: boolean
  readonly returnSequences: boolean
  readonly goBackwards: boolean
}

type Call = (
  this: LstmLayer,
  inputs: Tensor | Tensor[],
  kwargs?: Record<string, unknown>,
) => Tensor | Tensor[]

/** The whole-sequence options, or undefined when the layer uses something only tfjs' own loop can do. */
const fusible = (layer: LstmLayer, inputs: readonly Tensor[], kwargs: Record<string, unknown> = {}) => {
  const { cell } = layer
  const gate = gateActivations[cell.recurrentActivation.getClassName()]
  const states = kwargs['initialState'] as unknown[] | null | undefined
  const isPlain =
    getBackend() === 'wasm' &&
    inputs.length === 1 &&
    !kwargs['mask'] &&
    !states?.length &&
    !layer.stateful &&
    !layer.returnState &&
    !(cell.dropout > 0 || cell.recurrentDropout > 0) &&
    cell.useBias &&
    cell.activation.getClassName() === 'tanh'
  return isPlain && gate ? { gate, goBackwards: layer.goBackwards } : undefined
}

const toTensor = <T extends Tensor>(
  info: Parameters<ReturnType<typeof engine>['makeTensorFromTensorInfo']>[0],
) => engine().makeTensorFromTensorInfo(info) as T

/** One differentiable operation from input and weights to the hidden states, [batch, time, units]. */
const fusedStates = (options: SequenceOptions) =>
  customGrad((...args) => {
    const [x, kernel, recurrent, bias] = args as unknown as [Tensor, Tensor, Tensor, Tensor]
    const save = args.at(-1) as unknown as (tensors: Tensor[]) => void
    const { outputs, memory } = runSequence(wasmHeap(), { x, kernel, recurrent }, bias, options)
    const value = toTensor<Tensor3D>(outputs)
    const { gates, cells, previous } = memory
    save([x, kernel, recurrent, toTensor(gates), toTensor(cells), toTensor(previous)])
    const gradFunc = (dy: Tensor, saved: Tensor[]) => {
      const [x, kernel, recurrent, gates, cells, previous] = saved as [
        Tensor,
        Tensor,
        Tensor,
        Tensor,
        Tensor,
        Tensor,
      ]
      const inputs = { x, kernel, recurrent }
      const gradients = sequenceGradients(wasmHeap(), inputs, { gates, cells, previous }, dy, options)
      return gradients.map((gradient) => toTensor(gradient))
    }
    return { value, gradFunc }
  })

/** Lets every plain LSTM layer run as one operation on the wasm backend; others keep tfjs' own loop. */
export const fuseLstm = (): void => {
  const prototype = Object.getPrototypeOf(layers.lstm({ units: 1, name: 'lstm_prototype' })) as { call: Call }
  const original = prototype.call
  prototype.call = function call(inputs, kwargs) {
    const all = Array.isArray(inputs) ? inputs : [inputs]
    const options = fusible(this, all, kwargs)
    if (!options) return original.call(this, inputs, kwargs)
    const { cell, returnSequences } = this
    return tidy(() => {
      const x = all[0] as Tensor3D
      const states = fusedStates(options)(
        x,
        cell.kernel.read(),
        cell.recurrentKernel.read(),
        cell.bias.read(),
      )
      if (returnSequences) return states
      const [batch, time, units] = states.shape as [number, number, number]
      return reshape(slice(states, [0, time - 1, 0], [batch, 1, units]), [batch, units])
    })
  }
}

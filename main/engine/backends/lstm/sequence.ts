import type { TensorInfo } from '@tensorflow/tfjs-core'
import { gemmSpans, registerSpan, releaseSpan } from '../kernels/gemm.ts'
import type { Heap } from '../kernels/heap.ts'
import { multiply } from '../kernels/matmul.ts'
import { transposeLast2 } from '../kernels/transpose.ts'
import { type Gate, stepBackward, stepForward } from './step.ts'

/** What a sequence is computed with; tensors are only read. */
export interface SequenceInputs {
  /** [batch, time, features] */
  readonly x: TensorInfo
  /** [features, 4 · units], gates in the order input, forget, candidate, output */
  readonly kernel: TensorInfo
  /** [units, 4 · units] */
  readonly recurrent: TensorInfo
}

export interface SequenceOptions {
  readonly gate: Gate
  readonly goBackwards: boolean
}

/** What the forward pass keeps for the backward one, by time: [batch, time, 4 · units or units]. */
export interface SequenceMemory {
  readonly gates: TensorInfo
  readonly cells: TensorInfo
  /** The hidden state each step started from. */
  readonly previous: TensorInfo
}

const sizesOf = ({ x, recurrent }: SequenceInputs) => {
  const [batch, time, features] = x.shape as [number, number, number]
  return { batch, time, features, units: recurrent.shape[0] as number }
}

/** A product with the same right side at every step, so that XNNPACK packs it once. */
const repeatedProduct = (
  heap: Heap,
  a: TensorInfo,
  b: TensorInfo,
  out: TensorInfo,
  [m, k, n]: readonly [number, number, number],
) => {
  const ids = [registerSpan(heap, heap.offset(a), m * k)]
  ids.push(registerSpan(heap, heap.offset(b), k * n), registerSpan(heap, heap.offset(out), m * n))
  const [idA, idB, idOut] = ids as [number, number, number]
  return {
    run: () => gemmSpans(heap, idA, idB, idOut, m, k, n),
    release: () => {
      for (const id of ids) releaseSpan(heap, id)
    },
  }
}

/**
 * Runs an LSTM over whole sequences: one product for all inputs, one small one per step. Returns the hidden
 * states in the order they were computed, [batch, time, units], and what `sequenceGradients` needs.
 */
export const runSequence = (
  heap: Heap,
  inputs: SequenceInputs,
  bias: TensorInfo,
  options: SequenceOptions,
) => {
  const { batch, time, features, units } = sizesOf(inputs)
  const rows = heap.as(inputs.x, [batch * time, features])
  const product = multiply(heap, rows, inputs.kernel, { transposeA: false, transposeB: false })
  const gates = { ...product, shape: [batch, time, 4 * units] }
  const [cells, previous] = [heap.make([batch, time, units]), heap.make([batch, time, units])]
  const outputs = heap.make([batch, time, units])
  const [hidden, carried] = [heap.zeros([batch, units]), heap.zeros([batch, 4 * units])]
  const recurrence = repeatedProduct(heap, hidden, inputs.recurrent, carried, [batch, units, 4 * units])
  for (let k = 0; k < time; k++) {
    if (k > 0) recurrence.run()
    // the product may have moved the memory: views are taken anew at every step
    stepForward({
      batch,
      time,
      units,
      step: k,
      at: options.goBackwards ? time - 1 - k : k,
      before: options.goBackwards ? time - k : k - 1,
      gate: options.gate,
      gates: heap.floats(gates),
      cells: heap.floats(cells),
      previous: heap.floats(previous),
      outputs: heap.floats(outputs),
      hidden: heap.floats(hidden),
      carried: heap.floats(carried),
      bias: heap.floats(bias),
    })
  }
  recurrence.release()
  heap.free(hidden, carried)
  return { outputs, memory: { gates, cells, previous } }
}

/** Gradients of the gates before their activations, [batch · time, 4 · units]. */
const gateGradients = (
  heap: Heap,
  inputs: SequenceInputs,
  memory: SequenceMemory,
  dy: TensorInfo,
  options: SequenceOptions,
) => {
  const { batch, time, units } = sizesOf(inputs)
  const everyStep = dy.shape.length === 3
  const out = heap.make([batch * time, 4 * units])
  const back = transposeLast2(heap, inputs.recurrent, 1, units, 4 * units)
  const slopes = heap.make([batch, 4 * units])
  const [dHidden, dCell] = [heap.zeros([batch, units]), heap.zeros([batch, units])]
  const recurrence = repeatedProduct(heap, slopes, back, dHidden, [batch, 4 * units, units])
  for (let k = time - 1; k >= 0; k--) {
    if (k < time - 1) recurrence.run()
    stepBackward({
      batch,
      time,
      units,
      at: options.goBackwards ? time - 1 - k : k,
      before: k === 0 ? -1 : options.goBackwards ? time - k : k - 1,
      gate: options.gate,
      gates: heap.floats(memory.gates),
      cells: heap.floats(memory.cells),
      dy: everyStep || k === time - 1 ? heap.floats(dy) : undefined,
      dyRow: everyStep ? time * units : units,
      dyFrom: everyStep ? k * units : 0,
      dHidden: heap.floats(dHidden),
      dCell: heap.floats(dCell),
      slopes: heap.floats(slopes),
      out: heap.floats(out),
    })
  }
  recurrence.release()
  heap.free(back, slopes, dHidden, dCell)
  return out
}

/**
 * The gradients of input, kernel, recurrent kernel and bias from that of the output: `dy` is [batch, units]
 * of the last state or [batch, time, units] of all.
 */
export const sequenceGradients = (
  heap: Heap,
  inputs: SequenceInputs,
  memory: SequenceMemory,
  dy: TensorInfo,
  options: SequenceOptions,
): [TensorInfo, TensorInfo, TensorInfo, TensorInfo] => {
  const { batch, time, features, units } = sizesOf(inputs)
  const dGates = gateGradients(heap, inputs, memory, dy, options)
  const rows = batch * time
  const fromLeft = { transposeA: true, transposeB: false }
  const dx = multiply(heap, dGates, inputs.kernel, { transposeA: false, transposeB: true })
  const dKernel = multiply(heap, heap.as(inputs.x, [rows, features]), dGates, fromLeft)
  const dRecurrent = multiply(heap, heap.as(memory.previous, [rows, units]), dGates, fromLeft)
  const dBias = heap.make([4 * units])
  const [slopes, sums] = [heap.floats(dGates), new Float64Array(4 * units)]
  for (let row = 0; row < slopes.length; row += sums.length) {
    for (let j = 0; j < sums.length; j++) sums[j] = (sums[j] as number) + (slopes[row + j] as number)
  }
  heap.floats(dBias).set(sums)
  heap.free(dGates)
  return [{ ...dx, shape: [batch, time, features] }, dKernel, dRecurrent, dBias]
}

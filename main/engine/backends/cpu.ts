import '@tensorflow/tfjs-backend-cpu'
import { ready, setBackend } from '@tensorflow/tfjs-core'
import { ProblemError } from '../../../shared/problems.ts'
import type { Backend } from './backend.ts'
import { replaceGradients } from './gradients.ts'
import { addTensorMethods } from './tensorMethods.ts'

/** tfjs' plain JavaScript backend: the reference of the kernel tests, far too slow to be offered. */
export const cpuBackend: Backend = {
  id: 'cpu',
  title: 'JavaScript',
  memoryBytes: Number.POSITIVE_INFINITY,
  probe: () => Promise.resolve({ available: true, device: 'CPU' }),
  load: async () => {
    if (!(await setBackend('cpu'))) throw new ProblemError('engineUnavailable', { engine: 'cpu' })
    await ready()
    addTensorMethods()
    replaceGradients()
  },
}

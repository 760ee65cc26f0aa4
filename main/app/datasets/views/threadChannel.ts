import type { MessagePort, Worker } from 'node:worker_threads'
import type { Channel } from '../../../../shared/rpc.ts'

/** A channel to a worker thread, or in one to the thread that started it. It closes when the other side ends. */
export const threadChannel = (end: Worker | MessagePort): Channel => ({
  send: (message) => end.postMessage(message),
  onMessage: (listener) => void end.on('message', listener),
  onClose: (listener) => void end.once('terminate' in end ? 'exit' : 'close', listener),
  close: () => void ('terminate' in end ? end.terminate() : end.close()),
})

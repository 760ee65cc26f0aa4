import { say } from './report.ts'

/** Ctrl+C once asks for a stop that keeps what was learned; twice ends at once. `off` gives the key its usual meaning back. */
export function listenForInterrupts(): { stop: AbortSignal; kill: AbortSignal; off: () => void } {
  const stop = new AbortController()
  const kill = new AbortController()
  const onInterrupt = () => {
    if (stop.signal.aborted) return kill.abort()
    say('\nStopping after this batch; what was learned is kept. Press Ctrl+C again to end at once.')
    stop.abort()
  }
  process.on('SIGINT', onInterrupt)
  return { stop: stop.signal, kill: kill.signal, off: () => void process.off('SIGINT', onInterrupt) }
}

import type { Channel } from '../../../shared/rpc.ts'

/** How an engine process ended. */
export interface EngineExit {
  /** `closed`: it was asked to end; `died`: it ended by itself or was killed from outside. */
  readonly reason: 'closed' | 'died'
  readonly code: number | null
  readonly signal: string | null
}

/** A started engine process, whatever starts it: messages both ways, its end, and a way to end it. Never post after exit. */
export interface EngineHost {
  readonly pid: number | undefined
  readonly channel: Channel
  /** Told once; at once when it has ended already. The channel is closed by then. */
  onExit(listener: (exit: EngineExit) => void): void
  /** Ends the process without asking it. */
  kill(): void
}

/** Starts an engine process from its built entry: `forkHost` in plain Node, a utilityProcess in Electron. */
export type ForkEngine = (enginePath: string) => EngineHost

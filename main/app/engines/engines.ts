import { type EngineContract, type EngineInfo, engineContract } from '../../../shared/engineContract.ts'
import { type Client, connect } from '../../../shared/rpc.ts'
import type { EngineExit, ForkEngine } from './engineHost.ts'

/** How long a process that was asked to end may take before it is killed, in milliseconds. */
const patience = 2000

/** A started engine process and what may be asked of it. */
export interface EngineSession {
  readonly client: Client<EngineContract>
  readonly exited: Promise<EngineExit>
  /** Asks it to end, and ends it when it does not. */
  close(): Promise<void>
  kill(): void
}

/** Starts engine processes and knows which are running. */
export interface Engines {
  start(): EngineSession
  /** The engines that exist here, asked of a process of its own once. */
  info(): Promise<readonly EngineInfo[]>
  /** Kills every process. */
  close(): Promise<void>
}

/** Starts engine processes the way this host does. */
export function createEngines(forkEngine: ForkEngine, enginePath: string): Engines {
  const running = new Set<EngineSession>()
  let known: Promise<readonly EngineInfo[]> | null = null
  const start = (): EngineSession => {
    const host = forkEngine(enginePath)
    const exited = new Promise<EngineExit>((resolve) => host.onExit(resolve))
    const session: EngineSession = {
      client: connect(host.channel, engineContract),
      exited,
      async close() {
        host.channel.close()
        const timer = setTimeout(() => host.kill(), patience)
        await exited
        clearTimeout(timer)
      },
      kill: () => host.kill(),
    }
    running.add(session)
    void exited.then(() => running.delete(session))
    return session
  }
  const ask = async (): Promise<readonly EngineInfo[]> => {
    const session = start()
    try {
      return (await session.client.info()).engines
    } finally {
      await session.close()
    }
  }
  return {
    start,
    info() {
      known ??= ask().catch((error: unknown) => {
        known = null
        throw error
      })
      return known
    },
    async close() {
      const all = [...running]
      for (const session of all) session.kill()
      await Promise.all(all.map((session) => session.exited))
    },
  }
}

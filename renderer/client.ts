import { createStore } from 'zustand/vanilla'
import { type AppContract, contract } from '../shared/contract.ts'
import { type Channel, type Client, connect } from '../shared/rpc.ts'
import { openChannel } from './wire/openChannel.ts'

/** Whether the core can be reached. `lost` follows `open`; the page keeps trying. */
export type Connection = 'connecting' | 'open' | 'lost'

/** The state of the line to the core; `generation` counts connections made. */
export const connectionStore = createStore<{ readonly connection: Connection; readonly generation: number }>(
  () => ({ connection: 'connecting', generation: 0 }),
)

let reached: (client: Client<AppContract>) => void = () => {}
let current = new Promise<Client<AppContract>>((resolve) => (reached = resolve))

const hold = (channel: Channel): Promise<void> =>
  new Promise((resolve) => {
    channel.onClose(resolve)
    reached(connect(channel, contract))
    connectionStore.setState(({ generation }) => ({ connection: 'open', generation: generation + 1 }))
  })

/** Keeps a connection for as long as the page lives: call once. */
export async function keepConnected(): Promise<never> {
  for (let attempt = 0; ; ) {
    try {
      const channel = await openChannel()
      attempt = 0
      await hold(channel)
    } catch {
      // Not reachable now: tried again below.
    }
    current = new Promise((resolve) => (reached = resolve))
    connectionStore.setState(({ generation }) => ({ connection: generation ? 'lost' : 'connecting' }))
    const wait = Math.min(4000, 250 * 2 ** attempt++)
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
}

type Anything = (...args: readonly unknown[]) => unknown

const forward = (name: string, kind: 'call' | 'stream'): Anything => {
  const method = async () => ((await current) as unknown as Record<string, Anything>)[name] as Anything
  if (kind === 'call') return async (...args) => (await method())(...args)
  return async function* (...args) {
    yield* (await method())(...args) as AsyncIterable<unknown>
  }
}

/**
 * The core, as the contract says. Calls made while the line is down wait for it to come back; calls under way when it
 * breaks reject with the problem `closed`.
 */
export const client = Object.fromEntries(
  Object.entries(contract).map(([name, { kind }]) => [name, forward(name, kind)]),
) as unknown as Client<AppContract>

import path from 'node:path'
import type { ForkOptions } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { NodeUtility } from '../../e2e/electron-double/nodeUtility.ts'
import { engineContract } from '../../shared/engineContract.ts'
import { connect } from '../../shared/rpc.ts'
import { builtPaths } from '../app/builtPaths.ts'
import type { EngineExit, EngineHost } from '../app/engines/engineHost.ts'
import { utilityHost } from './engineHost.ts'

vi.mock('electron', () => ({
  utilityProcess: {
    fork: (file: string, args: readonly string[], options: ForkOptions) =>
      new NodeUtility(
        path.resolve(import.meta.dirname, '../../e2e/electron-double/parentPort.mjs'),
        file,
        args,
        options,
      ),
  },
}))

const start = (file = builtPaths().engine) => utilityHost(() => {})(file)
const exitOf = (host: EngineHost) => new Promise<EngineExit>((resolve) => host.onExit(resolve))

describe('the built engine in a utility process', () => {
  it('answers over its channel and ends when its channel closes', async () => {
    const host = start()
    const { engines } = await connect(host.channel, engineContract).info()
    expect(engines).toMatchObject([{ id: 'wasm', available: true }])
    host.channel.close()
    expect(await exitOf(host)).toMatchObject({ reason: 'closed' })
  })
  it('tells of its death from outside, also to who asks afterwards, and rejects what was asked of it', async () => {
    const host = start()
    const client = connect(host.channel, engineContract)
    await client.info()
    process.kill(host.pid ?? 0, 'SIGKILL')
    const asked = client.info()
    expect(await exitOf(host)).toMatchObject({ reason: 'died' })
    await expect(asked).rejects.toMatchObject({ problem: { code: 'closed' } })
    expect(await exitOf(host)).toMatchObject({ reason: 'died' })
    host.channel.send('too late')
    host.kill()
  })
  it('is ended without being asked, even before it started', async () => {
    const host = start()
    host.kill()
    expect(await exitOf(host)).toMatchObject({ reason: 'closed' })
  })
  it('that cannot start has died', async () => {
    expect(await exitOf(start('/nowhere/engine.cjs'))).toMatchObject({ reason: 'died' })
  })
})

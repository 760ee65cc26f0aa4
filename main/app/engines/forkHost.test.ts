import { describe, expect, it } from 'vitest'
import { engineContract } from '../../../shared/engineContract.ts'
import { connect } from '../../../shared/rpc.ts'
import { builtPaths } from '../builtPaths.ts'
import { engineEnvironment } from './engineEnvironment.ts'
import type { EngineExit, EngineHost } from './engineHost.ts'
import { forkHost } from './forkHost.ts'

const exitOf = (host: EngineHost) => new Promise<EngineExit>((resolve) => host.onExit(resolve))

describe('a forked engine', () => {
  it('answers over its channel and ends when its channel closes', async () => {
    const host = forkHost(builtPaths().engine)
    const { engines } = await connect(host.channel, engineContract).info()
    expect(engines).toMatchObject([{ id: 'wasm', available: true }])
    host.channel.close()
    expect(await exitOf(host)).toMatchObject({ reason: 'closed' })
  })

  it('tells of its death from outside, also to who asks afterwards, and rejects what was asked of it', async () => {
    const host = forkHost(builtPaths().engine)
    const client = connect(host.channel, engineContract)
    await client.info()
    process.kill(host.pid ?? 0, 'SIGKILL')
    const asked = client.info()
    expect(await exitOf(host)).toEqual({ reason: 'died', code: null, signal: 'SIGKILL' })
    await expect(asked).rejects.toMatchObject({ problem: { code: 'closed' } })
    expect(await exitOf(host)).toMatchObject({ reason: 'died' })
    host.channel.send('too late')
    host.kill()
  })

  it('is ended without being asked', async () => {
    const host = forkHost(builtPaths().engine)
    host.kill()
    expect(await exitOf(host)).toMatchObject({ reason: 'closed', signal: 'SIGKILL' })
  })

  it('that cannot start has died', async () => {
    expect(await exitOf(forkHost('/nowhere/engine.cjs'))).toMatchObject({ reason: 'died' })
  })

  it('sees only the environment it needs', () => {
    const seen = engineEnvironment({
      PATH: '/bin',
      AWS_SECRET_ACCESS_KEY: 'x',
      NODE_OPTIONS: '--inspect',
      HOME: '/h',
    })
    expect(seen).toEqual({ PATH: '/bin', HOME: '/h' })
  })
})

import { describe, expect, it } from 'vitest'
import { argsOf, type Utility, utilities } from './electron.test-support.ts'
import { engineOptions, utilityHost } from './engineHost.ts'

const start = () => {
  const said: string[] = []
  const host = utilityHost((text) => said.push(text))('/app/engine.cjs')
  return { host, said, child: utilities.at(-1) as Utility }
}

describe('an engine process of Electron', () => {
  it('sees only the listed variables', () => {
    const { env } = engineOptions({
      PATH: '/bin',
      HOME: '/home/a',
      GITHUB_TOKEN: 'x',
      NODE_OPTIONS: '--inspect',
      ELECTRON_RUN_AS_NODE: '1',
    })
    expect(env).toEqual({ PATH: '/bin', HOME: '/home/a' })
  })
  it('starts without arguments, flags of Node or unsigned libraries', () => {
    start()
    const [path, args, options] = argsOf('utilityProcess.fork').at(-1) ?? []
    expect(path).toBe('/app/engine.cjs')
    expect(args).toEqual([])
    expect(options).toMatchObject({
      execArgv: [],
      allowLoadingUnsignedLibraries: false,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
  })
  it('carries messages both ways until it ends', () => {
    const { host, child } = start()
    const heard: unknown[] = []
    host.channel.onMessage((message) => heard.push(message))
    host.channel.send('a')
    child.emit('message', 'b')
    expect(heard).toEqual(['b'])
    child.emit('exit', 1)
    host.channel.send('late')
    expect(child.sent).toEqual(['a'])
  })
  it('tells of its end once, the channel first, and at once to who asks late', () => {
    const { host, child } = start()
    const told: string[] = []
    host.onExit(({ reason, code }) => told.push(`${reason} ${code}`))
    host.channel.onClose(() => told.push('closed channel'))
    child.emit('exit', 134)
    host.onExit(({ reason }) => told.push(`late ${reason}`))
    expect(told).toEqual(['closed channel', 'died 134', 'late died'])
  })
  it('counts as closed when it was asked to end', () => {
    const { host, child } = start()
    const reasons: string[] = []
    host.onExit(({ reason }) => reasons.push(reason))
    host.channel.close()
    child.emit('exit', 0)
    expect(reasons).toEqual(['closed'])
  })
  it('hands on what it writes to stderr', () => {
    const { child, said } = start()
    child.stderr.emit('data', Buffer.from('engine: trouble'))
    expect(said).toEqual(['engine: trouble'])
  })
})

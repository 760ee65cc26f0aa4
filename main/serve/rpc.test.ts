import { once } from 'node:events'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { ProblemError, toProblem } from '../../shared/problems.ts'
import { type Channel, connect, type Handlers, type Method, serve } from '../../shared/rpc.ts'
import { portChannel } from '../app/core.test-support.ts'
import { socketChannel } from './socketChannel.ts'

const call = <A extends readonly unknown[], R>(args: z.ZodType<A>): Method<'call', A, R> => ({
  kind: 'call',
  args,
})
const stream = <A extends readonly unknown[], R>(args: z.ZodType<A>): Method<'stream', A, R> => ({
  kind: 'stream',
  args,
})

const contract = {
  echo: call<[unknown], unknown>(z.tuple([z.unknown()])),
  later: call<[string, number], string>(z.tuple([z.string(), z.number()])),
  weights: call<[], object>(z.tuple([])),
  fails: call<[], never>(z.tuple([])),
  breaks: call<[], never>(z.tuple([])),
  nothing: call<[], void>(z.tuple([])),
  forever: call<[], void>(z.tuple([])),
  count: stream<[number], number>(z.tuple([z.number()])),
  endless: stream<[], number>(z.tuple([])),
  silent: stream<[], number>(z.tuple([])),
  failing: stream<[], number>(z.tuple([])),
}
const arrays = {
  bytes: new Uint8Array([1, 2, 255]),
  f32: new Float32Array([1.5, Number.NaN, -0]),
  f64: new Float64Array([Math.PI]),
  i32: new Int32Array([-1, 2 ** 31 - 1]),
  u32: new Uint32Array([2 ** 32 - 1]),
  // A view that starts in the middle of its buffer.
  view: new Float32Array([1, 2, 3, 4]).subarray(1, 3),
}

const createServer = (channel: Channel) => {
  const seen = { aborted: 0, errors: [] as unknown[] }
  const handlers: Handlers<typeof contract> = {
    echo: (_, value) => value,
    later: (_, text, wait) => new Promise((resolve) => setTimeout(resolve, wait, text)),
    weights: () => arrays,
    fails: () => {
      throw new ProblemError('diskFull', { file: 'a', cause: 'ENOSPC' })
    },
    breaks: () => {
      throw new Error('a bug')
    },
    nothing: () => {},
    forever: (signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          seen.aborted++
          resolve()
        })
      }),
    async *count(_, to) {
      for (let at = 0; at < to; at++) {
        await Promise.resolve()
        yield at
      }
    },
    async *endless(signal) {
      signal.addEventListener('abort', () => seen.aborted++)
      for (let at = 0; !signal.aborted; at++) {
        await new Promise((resolve) => setTimeout(resolve, 2))
        yield at
      }
    },
    // eslint-disable-next-line require-yield
    async *silent(signal) {
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      seen.aborted++
    },
    async *failing() {
      yield 1
      await Promise.resolve()
      throw new ProblemError('cycle')
    },
  }
  serve(channel, contract, handlers, (error) => seen.errors.push(error))
  return seen
}

const ports = (): Promise<[Channel, Channel]> => {
  const { port1, port2 } = new MessageChannel()
  return Promise.resolve([portChannel(port1), portChannel(port2)])
}

const sockets = async (): Promise<[Channel, Channel]> => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  onTestFinished(() => {
    server.close()
  })
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const connected = once(server, 'connection')
  const socket = new WebSocket(`ws://127.0.0.1:${port}`)
  await once(socket, 'open')
  const [accepted] = (await connected) as [WebSocket]
  return [socketChannel(accepted), socketChannel(socket)]
}

const collect = async <T>(values: AsyncIterable<T>) => {
  const all: T[] = []
  for await (const value of values) all.push(value)
  return all
}
const problemOf = async (work: Promise<unknown>) => toProblem(await work.catch((error: unknown) => error))

describe.each([
  { name: 'a MessagePort', open: ports },
  { name: 'a WebSocket', open: sockets },
])('the contract over $name', ({ open }) => {
  const setUp = async () => {
    const [server, channel] = await open()
    onTestFinished(() => {
      channel.close()
      server.close()
    })
    return { seen: createServer(server), channel, client: connect(channel, contract) }
  }

  it('answers calls that overlap, each to its caller', async () => {
    const { client } = await setUp()
    expect(await Promise.all([client.later('slow', 30), client.later('fast', 1), client.echo([1])])).toEqual([
      'slow',
      'fast',
      [1],
    ])
  })

  it('keeps two clients on one channel apart', async () => {
    const { client, channel } = await setUp()
    const other = connect(channel, contract)
    const all = await Promise.all([
      client.later('a', 5),
      other.later('b', 5),
      collect(client.count(3)),
      collect(other.count(4)),
    ])
    expect(all).toEqual(['a', 'b', [0, 1, 2], [0, 1, 2, 3]])
  })

  it('carries typed arrays as what they are', async () => {
    const { client } = await setUp()
    const found = (await client.weights()) as typeof arrays
    expect(Object.keys(found)).toEqual(Object.keys(arrays))
    expect(found.f32).toEqual(arrays.f32)
    expect(found.f64).toEqual(arrays.f64)
    expect(found.i32).toEqual(arrays.i32)
    expect(found.u32).toEqual(arrays.u32)
    expect(found.view).toEqual(Float32Array.from([2, 3]))
    expect(Array.from(found.bytes)).toEqual([1, 2, 255])
    expect(found.bytes).toBeInstanceOf(Uint8Array)
  })

  it('carries what documents hold: numbers, text of any script, null, nesting', async () => {
    const { client } = await setUp()
    const value = { 키: ['\u0000', '😀', null, true, -0.1, 2 ** 53, 1e-300, { a: { b: [] } }], '': {} }
    expect(await client.echo(value)).toEqual(value)
  })

  it('gives problems as data, and anything else as internal, told to the host', async () => {
    const { client, seen } = await setUp()
    expect(await problemOf(client.fails())).toEqual({
      code: 'diskFull',
      values: { file: 'a', cause: 'ENOSPC' },
    })
    expect(await problemOf(client.breaks())).toEqual({ code: 'internal', values: { message: 'a bug' } })
    expect(seen.errors).toHaveLength(1)
  })

  it('answers a call without a value', async () => {
    const { client } = await setUp()
    expect((await client.nothing()) ?? null).toBeNull()
  })

  it('streams in order, and passes on a problem in the middle', async () => {
    const { client } = await setUp()
    expect(await collect(client.count(200))).toEqual(Array.from({ length: 200 }, (_, index) => index))
    const got: number[] = []
    const work = (async () => {
      for await (const value of client.failing()) got.push(value)
    })()
    expect((await problemOf(work)).code).toBe('cycle')
    expect(got).toEqual([1])
  })

  it('aborts a stream whose reader leaves', async () => {
    const { client, seen } = await setUp()
    for await (const value of client.endless()) if (value === 3) break
    await expect.poll(() => seen.aborted).toBe(1)
  })

  it('aborts a stream that is left while its next value is awaited', async () => {
    const { client, seen } = await setUp()
    const values = client.silent()[Symbol.asyncIterator]()
    const next = values.next()
    await values.return?.()
    expect(await next).toEqual({ done: true, value: undefined })
    await expect.poll(() => seen.aborted).toBe(1)
  })

  it('aborts everything and rejects every call when the channel closes', async () => {
    const { client, channel, seen } = await setUp()
    const waiting = problemOf(client.forever())
    const streaming = problemOf(collect(client.endless()))
    await client.echo(1)
    channel.close()
    await expect.poll(() => seen.aborted).toBe(2)
    expect([await waiting, await streaming].map(({ code }) => code)).toEqual(['closed', 'closed'])
    expect((await problemOf(client.echo(1))).code).toBe('closed')
  })

  it('refuses methods it does not know and arguments that do not fit', async () => {
    const { channel } = await setUp()
    const raw = connect(channel, { ...contract, constructor: call(z.tuple([])), secret: call(z.tuple([])) })
    for (const name of ['secret', 'constructor'] as const)
      expect(await problemOf(raw[name]())).toMatchObject({ code: 'unknownMethod' })
    const loose = raw as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>
    const bad: readonly (readonly [string, unknown[]])[] = [
      ['later', []],
      ['later', ['a']],
      ['later', ['a', 'b']],
      ['later', ['a', 1, 2]],
      ['nothing', [1]],
      ['echo', []],
    ]
    for (const [name, args] of bad)
      expect(await problemOf(loose[name]!(...args))).toMatchObject({
        code: 'badMessage',
        values: { method: name },
      })
  })

  it('refuses arguments nested too deep before anything walks them', async () => {
    const { client } = await setUp()
    let deep: unknown = 1
    for (let level = 0; level < 150; level++) deep = [deep]
    expect(await problemOf(client.echo(deep))).toEqual({
      code: 'badMessage',
      values: { method: 'echo', at: 'depth' },
    })
  })

  it('passes over what is no message', async () => {
    const { client, channel } = await setUp()
    for (const junk of [
      null,
      1,
      'text',
      [],
      {},
      { id: 1 },
      { id: 'a' },
      { id: 'a', method: 1, args: [] },
      { id: 'x'.repeat(200), method: 'nothing', args: [] },
    ])
      channel.send(junk)
    expect(await client.echo('still there')).toBe('still there')
  })
})

describe('a served channel', () => {
  it.each([
    ['text', 'hello'],
    ['bytes that are no MessagePack', Buffer.from([0xc1])],
    ['bytes that end early', Buffer.from([0x93, 1])],
  ])('cuts off a client that sends %s', async (_, data) => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
    onTestFinished(() => {
      server.close()
    })
    await once(server, 'listening')
    server.on('connection', (socket) => socketChannel(socket).onMessage(() => {}))
    const { port } = server.address() as { port: number }
    const socket = new WebSocket(`ws://127.0.0.1:${port}`)
    await once(socket, 'open')
    socket.send(data)
    const [code] = (await once(socket, 'close')) as [number]
    expect(code).toBe(1003)
  })
})

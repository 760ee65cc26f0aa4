import type { z } from 'zod'
import { type Problem, ProblemError, toProblem } from './problems.ts'

/** Anything that carries structured-cloneable messages both ways: a MessagePort, a process, a WebSocket. */
export interface Channel {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  onClose(listener: () => void): void
  close(): void
}

/** A method of a contract: how it answers, and the schema its argument list must pass before a handler sees it. */
export interface Method<Kind extends 'call' | 'stream', Args extends readonly unknown[], Result> {
  readonly kind: Kind
  readonly args: z.ZodType<Args>
  /** Never set: carries the result's type. */
  readonly result?: Result
}

type ArgsOf<M> = M extends { readonly args: z.ZodType<infer A extends readonly unknown[]> } ? A : never
type ResultOf<M> = M extends { readonly result?: infer R } ? R : never

/** What the serving side implements; `signal` aborts when the caller cancels a stream or goes away. */
export type Handlers<C> = {
  readonly [K in keyof C]: C[K] extends { readonly kind: 'stream' }
    ? (signal: AbortSignal, ...args: ArgsOf<C[K]>) => AsyncIterable<ResultOf<C[K]>>
    : (signal: AbortSignal, ...args: ArgsOf<C[K]>) => ResultOf<C[K]> | Promise<ResultOf<C[K]>>
}
/** What the calling side holds. Leaving a stream's loop cancels it. */
export type Client<C> = {
  readonly [K in keyof C]: C[K] extends { readonly kind: 'stream' }
    ? (...args: ArgsOf<C[K]>) => AsyncIterable<ResultOf<C[K]>>
    : (...args: ArgsOf<C[K]>) => Promise<ResultOf<C[K]>>
}

type Request = { id: string; method: string; args: unknown[] } | { id: string; cancel: true }
type Reply = { id: string; value: unknown } | { id: string; done: true } | { id: string; problem: Problem }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const readRequest = (message: unknown): Request | null => {
  if (!isRecord(message) || typeof message['id'] !== 'string' || message['id'].length > 100) return null
  const { id, method, args } = message
  if (message['cancel'] === true) return { id, cancel: true }
  return typeof method === 'string' && Array.isArray(args) ? { id, method, args } : null
}

/** Deepest nesting of arguments; a document needs about ten. Checked before anything walks them recursively. */
const depthLimit = 100

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return Array.isArray(value) || prototype === null || prototype === Object.prototype
}

/** Arguments hold what JSON does, undefined and typed arrays; anything else that a channel can carry is a flaw. */
const flawIn = (args: readonly unknown[]): 'depth' | 'type' | null => {
  let level: readonly unknown[] = args
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > depthLimit) return 'depth'
    const next: unknown[] = []
    for (const value of level) {
      if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function') return 'type'
      if (!isRecord(value) || ArrayBuffer.isView(value)) continue
      if (!isPlain(value)) return 'type'
      for (const inner of Object.values(value)) next.push(inner)
    }
    level = next
  }
  return null
}

type AnyHandler = (signal: AbortSignal, ...args: readonly unknown[]) => unknown

/**
 * Answers the contract's requests on a channel until it closes, when everything under way is aborted.
 * Arguments that fail their schema and unknown methods are refused; whatever a handler throws crosses as a `Problem`.
 */
export function serve<C extends object>(
  channel: Channel,
  contract: C,
  handlers: Handlers<C>,
  onError?: (error: unknown) => void,
): void {
  const open = new Map<string, AbortController>()
  const methods = new Map(
    Object.entries(contract as Record<string, Method<'call' | 'stream', readonly unknown[], unknown>>),
  )
  const run = async (id: string, name: string, args: unknown[], signal: AbortSignal): Promise<Reply> => {
    const method = methods.get(name)
    if (!method) throw new ProblemError('unknownMethod', { method: name.slice(0, 100) })
    const flaw = flawIn(args)
    if (flaw) throw new ProblemError('badMessage', { method: name, at: flaw })
    const parsed = method.args.safeParse(args)
    if (!parsed.success)
      throw new ProblemError('badMessage', { method: name, at: parsed.error.issues[0]?.path.join('.') ?? '' })
    const handler = handlers[name as keyof C] as AnyHandler
    if (method.kind === 'call') return { id, value: await handler(signal, ...parsed.data) }
    for await (const value of handler(signal, ...parsed.data) as AsyncIterable<unknown>) {
      if (signal.aborted) break
      channel.send({ id, value })
    }
    return { id, done: true }
  }
  channel.onClose(() => {
    for (const abort of open.values()) abort.abort()
  })
  channel.onMessage((message) => {
    const request = readRequest(message)
    if (!request) return
    if ('cancel' in request) return open.get(request.id)?.abort()
    if (open.has(request.id)) return
    const abort = new AbortController()
    open.set(request.id, abort)
    void run(request.id, request.method, request.args, abort.signal)
      .catch((error: unknown): Reply => {
        const problem = toProblem(error)
        if (problem.code === 'internal') onError?.(error)
        return { id: request.id, problem }
      })
      .then((reply) => {
        open.delete(request.id)
        channel.send(reply)
      })
  })
}

/** The replies to a stream in their order, for a reader that may leave while it waits for the next. */
class Replies {
  left = false
  readonly #replies: Reply[] = []
  #wake = () => {}

  push(reply: Reply): void {
    this.#replies.push(reply)
    this.#wake()
  }

  async next(): Promise<Reply> {
    for (;;) {
      const reply = this.left ? ({ id: '', done: true } as const) : this.#replies.shift()
      if (reply) return reply
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  leave(): void {
    this.left = true
    this.#wake()
  }
}

/**
 * The values that replies bring. `open` asks for them when the first is wanted, and gives what is called when the stream is
 * over or left: at once when `return` is called, even while the next value is awaited.
 */
const streamOf = (open: (replies: Replies) => (isOver: boolean) => void): AsyncGenerator<unknown, void> => {
  const replies = new Replies()
  const values = readReplies(replies, open)
  const end = values.return.bind(values)
  values.return = (value) => {
    replies.leave()
    return end(value)
  }
  return values
}

async function* readReplies(
  replies: Replies,
  open: (replies: Replies) => (isOver: boolean) => void,
): AsyncGenerator<unknown, void> {
  let isOver = false
  const close = open(replies)
  try {
    for (;;) {
      const reply = await replies.next()
      isOver = !replies.left && ('done' in reply || 'problem' in reply)
      if ('problem' in reply) throw new ProblemError(reply.problem.code, reply.problem.values)
      if ('done' in reply) return
      yield reply.value
    }
  } finally {
    close(isOver)
  }
}

/** A typed client of a contract over a channel. Rejects with `ProblemError`; with code `closed` once the channel is gone. */
export function connect<C extends object>(channel: Channel, contract: C): Client<C> {
  const prefix = crypto.randomUUID()
  const waiting = new Map<string, (reply: Reply) => void>()
  let count = 0
  let closed = false
  channel.onMessage((message) => {
    if (isRecord(message) && typeof message['id'] === 'string') waiting.get(message['id'])?.(message as Reply)
  })
  channel.onClose(() => {
    closed = true
    for (const [id, settle] of waiting) settle({ id, problem: { code: 'closed' } })
  })
  const open = (method: string, args: readonly unknown[], settle: (reply: Reply) => void): string => {
    if (closed) throw new ProblemError('closed')
    const id = `${prefix}:${++count}`
    waiting.set(id, settle)
    channel.send({ id, method, args })
    return id
  }
  const call = (method: string, args: readonly unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      const id = open(method, args, (reply) => {
        waiting.delete(id)
        if ('problem' in reply) reject(new ProblemError(reply.problem.code, reply.problem.values))
        else resolve('value' in reply ? reply.value : undefined)
      })
    })
  const stream = (method: string, args: readonly unknown[]) =>
    streamOf((replies) => {
      const id = open(method, args, (reply) => replies.push(reply))
      return (isOver) => {
        waiting.delete(id)
        if (!isOver && !closed) channel.send({ id, cancel: true })
      }
    })
  const methods = Object.entries(
    contract as Record<string, Method<'call' | 'stream', readonly unknown[], unknown>>,
  )
  return Object.fromEntries(
    methods.map(([name, { kind }]) => [
      name,
      (...args: readonly unknown[]) => (kind === 'stream' ? stream : call)(name, args),
    ]),
  ) as unknown as Client<C>
}

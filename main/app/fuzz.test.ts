import { EventEmitter } from 'node:events'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contract } from '../../shared/contract.ts'
import { problemCodes } from '../../shared/problems.ts'
import { type Channel, connect } from '../../shared/rpc.ts'
import { serveHost, startCore, temporaryFolder } from './core.test-support.ts'

/** Ends of a channel in one process: messages arrive as they are, so that a fuzz can send anything. */
const directChannel = () => {
  const toCore = new EventEmitter()
  const toPage = new EventEmitter()
  const closed = new EventEmitter()
  const end = (out: EventEmitter, into: EventEmitter): Channel => ({
    send: (message) => void out.emit('message', message),
    onMessage: (listener) => void into.on('message', listener),
    onClose: (listener) => void closed.on('close', listener),
    close: () => void closed.emit('close'),
  })
  return { core: end(toPage, toCore), page: end(toCore, toPage) }
}

const names = fc.constantFrom(
  '',
  '..',
  '../../etc/passwd',
  '/etc/passwd',
  '//server/x',
  'a\0b',
  'C:\\x',
  '__proto__',
  'constructor',
  'data',
  'xor-mlp',
  'a'.repeat(5000),
)
const project = fc.constantFrom(
  { format: 1, id: 'a', name: '', layers: {}, nodes: {}, edges: [] },
  { format: 2, id: 'a' },
  { format: 1, id: 'a', name: '', layers: {}, nodes: { n: {} }, edges: [] },
)
const anything = fc.oneof(
  names,
  fc.string(),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, undefined, [], {}, 0, 1, 4),
  fc.uint8Array({ maxLength: 20 }),
  project,
  fc.anything({
    withBigInt: true,
    withMap: true,
    withSet: true,
    withDate: true,
    withTypedArray: true,
    withNullPrototype: true,
  }),
)
/** Lists of arguments, often with names that this client has: of an open document and a file. */
const argsWith = (docId: string, handle: string) =>
  fc.oneof(
    fc.array(fc.oneof(anything, fc.constantFrom(docId, handle)), { maxLength: 5 }),
    fc
      .tuple(fc.constantFrom(docId, handle), fc.oneof(project, names, anything), anything, anything)
      .chain((all) => fc.integer({ min: 1, max: 4 }).map((count) => all.slice(0, count))),
  )

/** Calls that succeed with any arguments of the right types and start a process each are tried with wrong ones only. */
const needsOne = new Set(['listEngines', 'newProject', 'openRequests'])

describe('the core under a fuzz', () => {
  it.each(Object.keys(contract))(
    'answers a thousand messages of any kind to %s, refusing by known problems',
    async (method) => {
      const failures: unknown[] = []
      const { core } = await startCore(undefined, undefined, (error) => failures.push(error))
      const root = await temporaryFolder()
      const { core: coreEnd, page } = directChannel()
      core.connect(coreEnd, serveHost(root))
      const answers = new Map<string, (answer: Record<string, unknown>) => void>()
      page.onMessage((message) => {
        const answer = message as Record<string, unknown>
        if (
          'problem' in answer ||
          'done' in answer ||
          contract[method as keyof typeof contract].kind === 'call'
        )
          answers.get(String(answer['id']))?.(answer)
      })
      const client = connect(page, contract)
      const { docId } = await client.openExample('xor-mlp')
      const { handle } = await client.placeFile('', 'a.loom')
      let count = 0
      await fc.assert(
        fc.asyncProperty(argsWith(docId, handle), async (sent) => {
          const id = String(count++)
          const list = needsOne.has(method) && sent.length === 0 ? [1] : sent
          const answer = await new Promise<Record<string, unknown>>((resolve) => {
            answers.set(id, resolve)
            page.send({ id, method, args: list })
          })
          answers.delete(id)
          const { problem } = answer as { problem?: { code: (typeof problemCodes)[number] } }
          if (problem) {
            expect(problemCodes).toContain(problem.code)
            expect(problem.code).not.toBe('internal')
          }
        }),
        { numRuns: 1000 },
      )
      expect(failures).toEqual([])
      page.close()
    },
  )
})

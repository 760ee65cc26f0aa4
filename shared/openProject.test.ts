import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyProject } from './fixtures/anyProject.ts'
import { newProject } from './newProject.ts'
import { parseProject, serializeProject } from './openProject.ts'
import { ProblemError } from './problems.ts'

const fixtures = Object.entries(
  import.meta.glob<string>('./fixtures/*.loom', { query: '?raw', import: 'default', eager: true }),
)
const refusal = (text: string) => {
  try {
    parseProject(text)
  } catch (error) {
    if (error instanceof ProblemError) return error.problem
    throw error
  }
  return null
}
const documentWith = (changes: object) => JSON.stringify({ ...newProject('p'), ...changes })

describe('project files', () => {
  it('come back from their text as they were, unknown keys and layers included', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        expect(parseProject(serializeProject(project))).toEqual(project)
      }),
    )
  })
  it('have one text: writing what was read changes nothing', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const text = serializeProject(project)
        expect(serializeProject(parseProject(text))).toBe(text)
      }),
    )
  })
  it.each(fixtures)('%s opens and is written as it stands', (_, text) => {
    expect(serializeProject(parseProject(text))).toBe(text)
  })
  it('put known keys first, whatever order an edit left them in', () => {
    const { nodes, ...rest } = newProject('p')
    const text = serializeProject({ zebra: 1, ...rest, nodes } as typeof rest & { nodes: typeof nodes })
    expect(Object.keys(JSON.parse(text))).toEqual([
      'format',
      'id',
      'name',
      'layers',
      'nodes',
      'edges',
      'groups',
      'notes',
      'data',
      'training',
      'zebra',
    ])
    expect(text.endsWith('}\n')).toBe(true)
  })
  it('take nodes called like members of every object', () => {
    const node = { output: {}, x: 0, y: 0 }
    expect(
      Object.keys(parseProject(documentWith({ nodes: { constructor: node, toString: node } })).nodes),
    ).toHaveLength(2)
  })
})

describe('a text that is no project', () => {
  it('is refused before anything walks it when it is too deep', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000)
    expect(refusal(`{"format":1,"x":${deep}}`)?.code).toBe('projectTooDeep')
  })
  it('may hold brackets in strings', () => {
    expect(refusal(documentWith({ name: `${'['.repeat(100)}"\\${'{'.repeat(100)}` }))).toBeNull()
  })
  it('is refused when it is too large', () => {
    expect(refusal(' '.repeat(64 * 2 ** 20 + 1))?.code).toBe('projectTooLarge')
  })
  it.each(['__proto__', '\\u005f_proto__', '\\u005F\\u005Fproto\\u005f_'])(
    'is refused for the key %s',
    (key) => {
      const text = documentWith({ x: 0 }).replace('"x"', `"${key}"`)
      expect(refusal(text)).toMatchObject({ code: 'notAProject', values: { path: '__proto__' } })
      expect(({} as Record<string, unknown>).x).toBeUndefined()
    },
  )
  it('of a newer format is named so', () => {
    expect(refusal(documentWith({ format: 2 }))).toEqual({
      code: 'projectTooNew',
      values: { found: 2, known: 1 },
    })
  })
  it.each([
    ['', ''],
    ['{"format":1', ''],
    ['[1]', ''],
    ['{}', 'format'],
    ['{"format":1}', 'id'],
    [documentWith({ edges: [{ from: 'a', out: 'output', to: '', in: 'input' }] }), 'edges.0.to'],
    [
      documentWith({ nodes: { a: { input: { name: 'a', shape: [0] }, x: 0, y: 0 } } }),
      'nodes.a.input.shape.0',
    ],
    [documentWith({ nodes: { a: { layer: 'l', input: { name: 'a', shape: [] }, x: 0, y: 0 } } }), 'nodes.a'],
    [documentWith({ training: { epochs: 0 } }), 'training.epochs'],
  ])('says where: %s', (text, path) => {
    expect(refusal(text)).toMatchObject({ code: 'notAProject', values: { path } })
  })
  it('is read after a byte order mark', () => {
    expect(refusal(`\uFEFF${documentWith({})}`)).toBeNull()
  })
})

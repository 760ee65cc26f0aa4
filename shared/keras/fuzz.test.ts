import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseProject, serializeProject } from '../openProject.ts'
import { inferGraph } from '../infer.ts'
import { anyProject } from '../fixtures/anyProject.ts'
import { kerasJson } from './kerasJson.ts'
import { kerasPython } from './kerasPython.ts'
import { readKeras } from './readKeras.ts'

const sources = import.meta.glob<string>(
  ['../fixtures/keras/*.py', '../fixtures/keras/*.json', '!../fixtures/keras/make.py'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
)

/** Reads a text: a document that can be saved, or a problem with a code of its own; without an exception. */
const readSafely = (text: string) => {
  const read = readKeras(text)
  if ('problem' in read) expect(read.problem.code).toMatch(/^code/)
  else {
    expect(parseProject(serializeProject(read.project))).toEqual(read.project)
    expect(inferGraph(read.project).order.length).toBeGreaterThan(0)
  }
  return read
}

const bits = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ',',
  ':',
  '=',
  '"',
  "'",
  '\n',
  '    ',
  '-1',
  '1e309',
  'x',
  'null',
  'None',
  'True',
  '*',
  'for i in range(9):\n',
  'def f(x):\n',
  'return x\n',
  '"__proto__"',
  '\u0000',
  '가',
  'lambda x: x',
  '[["dense",0,0]]',
]
const mutated = fc
  .record({
    source: fc.constantFrom(...Object.values(sources)),
    edits: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.nat(40),
        bit: fc.constantFrom('', ...bits),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    length: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(({ source, edits, length }) => {
    let text = source
    for (const { at, cut, bit } of edits) {
      const place = Math.floor(at * text.length)
      text = text.slice(0, place) + bit + text.slice(place + cut)
    }
    return length === null ? text : text.slice(0, Math.floor(length * text.length))
  })

describe('texts that nobody meant to write', () => {
  it('are read in part or refused with a reason: models with pieces cut, moved and put in', () => {
    fc.assert(
      fc.property(mutated, (text) => void readSafely(text)),
      { numRuns: 300 },
    )
  }, 120_000)

  it('are read in part or refused with a reason: anything at all', () => {
    const soup = fc.array(
      fc.constantFrom(...bits, 'Dense(', 'Model(', 'Sequential(', '.add(', 'Input((3,))'),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          soup.map((parts) => parts.join('')),
        ),
        (text) => void readSafely(text),
      ),
      { numRuns: 500 },
    )
  }, 60_000)

  it.each([
    ['brackets without end', '('.repeat(50_000)],
    ['lists in lists', `x = ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['a chain of attributes', `x = a${'.b()'.repeat(20_000)}`],
    ['a sum without end', `x = 1${' + 1'.repeat(20_000)}`],
    ['ifs in ifs', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}if True:`).join('\n')],
    ['a long loop', 'for i in range(10**9):\n    x = i\nDense(1)(Input((1,)))'],
    [
      'loops in loops',
      `${Array.from({ length: 8 }, (_, d) => `${' '.repeat(d)}for i${d} in range(1000):`).join('\n')}\n${' '.repeat(8)}x = Dense(1)(Input((1,)))`,
    ],
    ['a function that calls itself', 'def f(x):\n    return f(Dense(1)(x))\nm = Model(i, f(Input((1,))))'],
    ['a text that doubles', "x = 'a'\nfor i in range(60):\n    x = x + x\nDense(1, name=x)(Input((1,)))"],
    [
      'a list that grows while it is read',
      'x = [1]\nfor i in x:\n    x.append(i)\n    x.append(i)\nfor i in x:\n    x.extend(x)',
    ],
    [
      'a model that doubles',
      `x = Input((1,))\nm = Model(x, Dense(1)(x))\n${Array.from({ length: 40 }, () => 'i = Input((1,))\nm = Model(i, m(m(i)))').join('\n')}`,
    ],
    ['JSON nested deeply', `${'{"config":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
    ['too long a program', 'x = 1\n'.repeat(100_000)],
    [
      'noise',
      Array.from({ length: 90_000 }, (_, at) => '()[]{}=:,.\n "x1'[(at * at * 7 + at * 31) % 15]).join(''),
    ],
  ])(
    'end: %s',
    (_, text) => {
      readSafely(text)
    },
    60_000,
  )

  it('refuses a nested model that writes itself out without end', () => {
    const level = (inner: object, depth: number): object => ({
      class_name: 'Functional',
      name: `m${depth}`,
      config: {
        name: `m${depth}`,
        layers: [
          {
            class_name: 'InputLayer',
            name: 'i',
            config: { batch_input_shape: [null, 1] },
            inbound_nodes: [],
          },
          { ...inner, inbound_nodes: [[['i', 0, 0, {}]], [[`m${depth - 1}`, 0, 0, {}]]] },
        ],
        input_layers: [['i', 0, 0]],
        output_layers: [[`m${depth - 1}`, 1, 0]],
      },
    })
    let model: object = { class_name: 'Dense', name: 'm0', config: { units: 1, name: 'm0' } }
    for (let depth = 1; depth <= 18; depth++) model = level(model, depth)
    const read = readSafely(JSON.stringify(model))
    expect(read).toMatchObject({ problem: { code: 'codeTooLarge' } })
  })

  it('tells names of JavaScript’s own from layers', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
      readSafely(`x = ${name}(1)(Input((2,)))\nm = Model(Input((1,)), layers.${name}(3, ${name}=2)(x))`)
  })
})

describe('documents of every kind', () => {
  it('have code in both languages, whatever is wrong with them', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const analysis = inferGraph(project)
        const python = kerasPython(project, analysis)
        const json = kerasJson(project, analysis)
        expect(() => JSON.parse(json.text) as unknown).not.toThrow()
        for (const { lines, text } of [python, json])
          for (const { from, to } of lines.values())
            expect(to).toBeLessThan(text.split('\n').length + Number(from > to))
        readSafely(python.text)
        readSafely(json.text)
      }),
      { numRuns: 200 },
    )
  }, 60_000)
})

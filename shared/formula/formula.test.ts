import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ProblemError } from '../problems.ts'
import { cellText } from '../prep/cells.ts'
import type { Column } from '../table.ts'
import { checkTypes } from './checkTypes.ts'
import { evaluate } from './evaluate.ts'
import { binaryPower, type BinaryOperator, columnsOf, type Expression } from './expression.ts'
import { parse } from './parse.ts'
import { print } from './print.ts'
import { renameColumns } from './renameColumns.ts'

const numbers = (name: string, ...cells: (number | null)[]): Column => ({
  kind: 'number',
  name,
  values: Float64Array.from(cells, (cell) => cell ?? Number.NaN),
})
const texts = (name: string, ...cells: (string | null)[]): Column => {
  const dictionary = [...new Set(cells.filter((cell) => cell !== null))]
  const codes = Int32Array.from(cells, (cell) => (cell === null ? -1 : dictionary.indexOf(cell)))
  return { kind: 'text', name, codes, dictionary }
}
const columns = new Map(
  [
    numbers('a', 6, null, -2.5),
    numbers('b', 4, 1, 0),
    numbers('price (won)', 100, 200, 300),
    texts('city', 'Seoul', null, '부산'),
    texts('date', '2024-02-29', '2023.11.18. 오후 3:05', 'never'),
    texts('usual', '13/02/2024', '01/02/2024', null),
  ].map((column) => [column.name, column]),
)
const run = (formula: string) => {
  const scope = { columns, orders: new Map([['usual', 'dmy' as const]]) }
  const column = evaluate(parse(formula), 'new', 3, scope)
  return [0, 1, 2].map((row) => (column.kind === 'number' ? column.values[row] : cellText(column, row)))
}
const first = (formula: string) => run(formula)[0]
const problemOf = (formula: string) => {
  try {
    run(formula)
  } catch (error) {
    if (error instanceof ProblemError) return error.problem
    throw error
  }
  return null
}
const nan = Number.NaN

describe('parse and evaluate', () => {
  it('follows the usual order of operations', () => {
    const known: Record<string, number> = {
      '2 + 3 * 4': 14,
      '(2 + 3) * 4': 20,
      '2 - 3 - 4': -5,
      '2 ^ 3 ^ 2': 512,
      '-2 ^ 2': -4,
      '2 ^ -1': 0.5,
      '2 * -3 + 1': -5,
      '7 % 4': 3,
      '-1 % 24': 23,
      '-(1 % 24)': -1,
      '1 < 2 and 2 < 1 or 3 = 3': 1,
      'not 1 = 2': 1,
      'not (1 = 1) or 1 <> 2': 1,
      '1 + not 0 = 0': 1,
      '.5 + 1.5e1': 15.5,
      'IF(1 > 2; 10; 20)': 20,
    }
    for (const [formula, value] of Object.entries(known))
      expect([formula, first(formula)]).toEqual([formula, value])
  })

  it('reads columns by name, in square brackets where the name has blanks', () => {
    expect(run('[price (won)] / b')).toEqual([25, 200, nan])
    expect(columnsOf(parse('if(a > b, [price (won)], [a])'))).toEqual(['a', 'b', 'price (won)'])
    expect(parse('[a]]b]')).toEqual({ kind: 'column', name: 'a]b', at: 0 })
  })

  it('makes missing values of missing ones and of what cannot be computed', () => {
    expect(run('a + b')).toEqual([10, nan, -2.5])
    expect(run('a > 0 and b > 0')).toEqual([1, nan, 0])
    expect(run('a ^ 0')).toEqual([1, nan, 1])
    expect(run('1 / b')).toEqual([0.25, 1, nan])
    expect(run('sqrt(a - 6) * 0')).toEqual([0, nan, nan])
    expect(run('isMissing(a)')).toEqual([0, 1, 0])
    expect(run('if(isMissing(a), 0, a)')).toEqual([6, 0, -2.5])
    expect(run('if(a > 0, "up", "down")')).toEqual(['up', null, 'down'])
    expect(run('max(a, b, 5)')).toEqual([6, nan, 5])
  })

  it('computes with texts and dates', () => {
    expect(run('lower(city) + "!"')).toEqual(['seoul!', null, '부산!'])
    expect(run('length(city)')).toEqual([5, nan, 2])
    expect(run('contains(city, "eou")')).toEqual([1, nan, 0])
    expect(run('city = "부산"')).toEqual([0, nan, 1])
    expect(run("city + ' it''s'")).toEqual(["Seoul it's", null, "부산 it's"])
    expect(run('year(date) * 10000 + month(date) * 100 + day(date)')).toEqual([20240229, 20231118, nan])
    expect(run('hour(date) + minute(date) / 60')).toEqual([0, 15 + 5 / 60, nan])
    expect(run('weekday(date)')).toEqual([4, 6, nan])
    expect(run('day(usual)')).toEqual([13, 1, nan])
    expect(first('days("1970-01-11") - days("1970-01-01")')).toBe(10)
  })

  it('computes the functions', () => {
    const known: Record<string, number> = {
      'abs(-3)': 3,
      'sqrt(9)': 3,
      'exp(0)': 1,
      'log(exp(2))': 2,
      'log10(1000)': 3,
      'log1p(0)': 0,
      'min(3, 1, 2)': 1,
      'max(3, 1, 2)': 3,
      'round(2.5)': 3,
      'round(-2.5)': -3,
      'round(1.005, 2)': 1.01,
      'round(1234, -2)': 1200,
      'floor(-1.5)': -2,
      'ceil(-1.5)': -1,
    }
    for (const [formula, value] of Object.entries(known))
      expect([formula, first(formula)]).toEqual([formula, value])
  })

  it('says where a formula is wrong and what is needed', () => {
    const known: [string, string, object][] = [
      ['', 'formulaEmpty', {}],
      ['a +', 'formulaUnfinished', { at: 4 }],
      ['a + * b', 'formulaValueNeeded', { at: 5, found: '*' }],
      ['a b', 'formulaOperatorNeeded', { at: 3, found: 'b' }],
      ['(a + b', 'formulaNotClosed', { at: 7, mark: ')' }],
      ['a + [b', 'formulaNotClosed', { at: 5, mark: ']' }],
      ['"a', 'formulaNotClosed', { at: 1, mark: '"' }],
      ['a ? b', 'formulaCharacter', { at: 3, found: '?' }],
      ['1 < a < 3', 'formulaChain', { at: 7 }],
      ['sqr(a)', 'formulaFunctionMisspelt', { at: 1, name: 'sqr', suggestion: 'sqrt' }],
      ['round(1, 2, 3)', 'formulaArguments', { at: 1, name: 'round', needed: '1–2', found: 3 }],
      ['if(a, 1)', 'formulaArguments', { at: 1, name: 'if', needed: 3, found: 2 }],
      ['a * [price won]', 'formulaColumnMisspelt', { at: 5, name: 'price won', suggestion: 'price (won)' }],
      ['a * whatever', 'formulaColumnUnknown', { at: 5, name: 'whatever' }],
      ['a * city', 'formulaNeedsNumber', { at: 5, what: '*' }],
      ['lower(a)', 'formulaNeedsText', { at: 7, what: 'lower' }],
      ['city = 1', 'formulaMixed', { at: 8, what: '=' }],
      ['if(a, city, 1)', 'formulaMixed', { at: 13, what: 'if' }],
      [`${'('.repeat(200)}1${')'.repeat(200)}`, 'formulaTooDeep', { limit: 100 }],
      ['1'.repeat(10_001), 'formulaTooLong', { found: 10_001, limit: 10_000 }],
    ]
    for (const [formula, code, values] of known)
      expect([formula, problemOf(formula)]).toEqual([
        formula,
        { code, ...(code === 'formulaEmpty' ? {} : { values: expect.objectContaining(values) }) },
      ])
    expect(problemOf('frobnicate(a)')).toMatchObject({ code: 'formulaFunctionUnknown' })
  })

  it('knows a type where the columns tell, and waits where they do not', () => {
    const types = new Map([['n', 'number'] as const, ['t', 'text'] as const, ['x', null] as const])
    expect(checkTypes(parse('x + x'), types)).toBe(null)
    expect(checkTypes(parse('if(x, t, x)'), types)).toBe('text')
    expect(checkTypes(parse('x < t'), types)).toBe('number')
    expect(() => checkTypes(parse('n * x + t'), types)).toThrow('formulaMixed')
  })
})

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc
    .double({ min: 0, noNaN: true, noDefaultInfinity: true })
    .map((value) => ({ kind: 'number' as const, value, at: 0 })),
  fc.string({ unit: 'grapheme' }).map((value) => ({ kind: 'text' as const, value, at: 0 })),
  fc
    .oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('and', 'Not', 'a b', ']', '년'))
    .map((name) => ({ kind: 'column' as const, name, at: 0 })),
)
const tree = fc.letrec<{ node: Expression }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    leaf,
    fc.record({
      kind: fc.constant('unary' as const),
      operator: fc.constantFrom('-' as const, 'not' as const),
      of: tie('node'),
      at: fc.constant(0),
    }),
    fc.record({
      kind: fc.constant('binary' as const),
      operator: fc.constantFrom(...(Object.keys(binaryPower) as BinaryOperator[])),
      left: tie('node'),
      right: tie('node'),
      at: fc.constant(0),
    }),
    fc.record({
      kind: fc.constant('call' as const),
      name: fc.constant('max'),
      args: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
      at: fc.constant(0),
    }),
  ),
})).node

const withoutPlaces = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === 'at' ? 0 : one)))

type Sum = [Expression, (a: number, b: number) => number]
const finite = (value: number, ...operands: number[]) =>
  Number.isFinite(value) && operands.every(Number.isFinite) ? value : nan
const operations: [BinaryOperator, (x: number, y: number) => number][] = [
  ['+', (x, y) => x + y],
  ['-', (x, y) => x - y],
  ['*', (x, y) => x * y],
  ['/', (x, y) => x / y],
  ['^', (x, y) => x ** y],
  ['<', (x, y) => Number(x < y)],
  ['>=', (x, y) => Number(x >= y)],
  ['=', (x, y) => Number(x === y)],
  ['and', (x, y) => Number(x !== 0 && y !== 0)],
  ['or', (x, y) => Number(x !== 0 || y !== 0)],
]
/** Sums of numbers and two columns, each with the function that computes the same. */
const sum = fc.letrec<{ node: Sum }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.integer({ min: 0, max: 9 }).map((value): Sum => [{ kind: 'number', value, at: 0 }, () => value]),
    fc
      .boolean()
      .map((isA): Sum => [{ kind: 'column', name: isA ? 'a' : 'b', at: 0 }, (a, b) => finite(isA ? a : b)]),
    fc
      .tuple(fc.constantFrom(...operations), tie('node'), tie('node'))
      .map(
        ([[operator, operate], [left, l], [right, r]]): Sum => [
          { kind: 'binary', operator, left, right, at: 0 },
          (a, b) => finite(operate(l(a, b), r(a, b)), l(a, b), r(a, b)),
        ],
      ),
    tie('node').map(([of, f]): Sum => [{ kind: 'unary', operator: '-', of, at: 0 }, (a, b) => -f(a, b)]),
  ),
})).node

describe('renameColumns', () => {
  it('changes names of columns and leaves functions, texts and blanks alone', () => {
    const named = (column: string) => (column === 'max' || column === 'a]b' ? 'my max' : column)
    expect(renameColumns('max( max,[a]]b]) + "max"', named)).toBe('max( [my max],[my max]) + "max"')
    expect(renameColumns('max + [never closed', named)).toBe('max + [never closed')
  })
})

describe('any formula', () => {
  it('is the same tree after printing and parsing', () => {
    fc.assert(
      fc.property(tree, (expression) => {
        const text = print(expression)
        const again = parse(text)
        expect(withoutPlaces(again)).toEqual(withoutPlaces(expression))
        expect(print(again)).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  it('gives what JavaScript gives for the same sum', () => {
    fc.assert(
      fc.property(sum, fc.double(), fc.integer({ min: -3, max: 3 }), ([expression, reference], a, b) => {
        const expected = reference(a, b)
        const scope = {
          columns: new Map([
            ['a', numbers('a', a)],
            ['b', numbers('b', b)],
          ]),
          orders: new Map(),
        }
        const column = evaluate(parse(print(expression)), 'c', 1, scope)
        expect(column.kind === 'number' && Object.is((column.values[0] ?? 1) + 0, expected + 0)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('is read or refused with a problem, never otherwise', () => {
    const scraps = fc.constantFrom(
      'a',
      '[a b]',
      '(',
      ')',
      ',',
      '+',
      '-',
      '*',
      '^',
      ' and ',
      'not ',
      'if(',
      '"x"',
      '1',
      '[',
      '"',
      '<',
      '년',
      '😀',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(scraps).map((list) => list.join('')),
        ),
        (text) => {
          try {
            parse(text)
          } catch (error) {
            expect(error).toBeInstanceOf(ProblemError)
          }
        },
      ),
      { numRuns: 1000 },
    )
  })
})

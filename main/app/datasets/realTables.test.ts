import { expect, it } from 'vitest'
import { lines, read } from './read.test-support.ts'

/** Tables of the same make as real ones that are known: quoted strings, NA for missing, as R writes them. */

it('reads a table like the credit card data', async () => {
  const names =
    '"card","reports","age","income","share","expenditure","owner","selfemp","dependents","months","majorcards","active"'
  const row = (at: number) =>
    `"${at % 4 ? 'yes' : 'no'}",${at % 15},${(20 + at / 7).toFixed(5)},${at / 100},${1 / (at + 9)},${at * 1.0833},"${at % 5 ? 'no' : 'yes'}","${at % 9 ? 'no' : 'yes'}",${at % 7},${at % 541},${at % 2},${at % 46}`
  const { profile, types, bad } = await read(`${names}\n${lines(1319, row)}\n`)
  expect(profile.rows).toBe(1319)
  expect(types).toEqual(
    ['category', 'number', 'number', 'number', 'number', 'number', 'category', 'category'].concat(
      Array(4).fill('number'),
    ),
  )
  expect(profile.columns.map(({ missing }) => missing)).toEqual(Array(12).fill(0))
  expect(bad).toEqual([])
})

it('reads a table like the infertility data', async () => {
  const schooling = ['0-5yrs', '6-11yrs', '12+ yrs']
  const { profile, names, types } = await read(
    `"education","age","parity","induced","case","spontaneous","stratum","pooled.stratum"\n${lines(248, (at) => `"${schooling[at % 3]}",${21 + (at % 24)},${1 + (at % 6)},${at % 3},${at % 3 ? 0 : 1},${at % 3},${1 + (at % 83)},${1 + (at % 63)}`)}\n`,
  )
  expect(profile.rows).toBe(248)
  expect(names[7]).toBe('pooled.stratum')
  expect(types).toEqual(['category', ...Array(7).fill('number')])
  expect(profile.columns[0]?.distinct).toBe(3)
})

it('reads a table like the iris data, with and without its header', async () => {
  const rows = lines(
    150,
    (at) =>
      `${4.3 + (at % 36) / 10},${2 + (at % 25) / 10},1.4,${0.1 + (at % 25) / 10},"${['setosa', 'versicolor', 'virginica'][Math.floor(at / 50)]}"`,
  )
  const named = await read(`"Sepal.Length","Sepal.Width","Petal.Length","Petal.Width","Species"\n${rows}\n`)
  expect(named.profile.rows).toBe(150)
  expect(named.profile.columns[4]).toMatchObject({
    type: 'category',
    top: [
      { value: 'setosa', count: 50 },
      { value: 'versicolor', count: 50 },
      { value: 'virginica', count: 50 },
    ],
  })
  const plain = await read(`${rows}\n`)
  expect(plain.profile).toMatchObject({ rows: 150, dialect: { header: false } })
  expect(plain.cells).toEqual(named.cells)
})

it('reads a table like the diabetes data, with its missing values', async () => {
  const row = (at: number) =>
    `${at % 17},${at % 150 ? 44 + (at % 155) : 'NA'},${at % 22 ? 60 : 'NA'},${at % 3 ? 29 : 'NA'},${at % 2 ? 94 : 'NA'},33.6,0.${627 + (at % 100)},50,"${at % 3 ? 'neg' : 'pos'}"`
  const { profile, types } = await read(
    `"pregnant","glucose","pressure","triceps","insulin","mass","pedigree","age","diabetes"\n${lines(768, row)}\n`,
  )
  expect(profile.rows).toBe(768)
  expect(types).toEqual([
    'number',
    'number',
    'number',
    'number',
    'number',
    'constant',
    'number',
    'constant',
    'category',
  ])
  expect(profile.columns.map(({ missing }) => missing)).toEqual([0, 6, 35, 256, 384, 0, 0, 0, 0])
})

import { expect, it } from 'vitest'
import { columnCells } from './cells.ts'
import { previewTable } from './preview.ts'
import { lines, write } from './read.test-support.ts'
import { readTable } from './readTable.ts'

const rows = (count: number): string =>
  lines(count, (row) =>
    [
      row + 1,
      row % 3 === 0 ? 'NA' : row / 8,
      7,
      '-0.0',
      row % 5,
      `2024-0${(row % 9) + 1}-11`,
      row % 2 ? '"yes, so"' : '',
      `u${row}`,
      row === 500 ? 'oops' : row * row,
    ].join(','),
  )
const header = 'id,value,same,zero,few,day,word,user,square'

it.each([3, 30, 1000])('tells of a file of %i rows what reading it tells', async (count) => {
  const file = write(`${header}\n${rows(count)}\n`)
  const { profile, table } = await readTable(file)
  const preview = await previewTable(file, undefined)
  expect(preview.profile.columns).toEqual(profile.columns.map(({ name, type }) => ({ name, type })))
  expect(preview.profile.dialect).toEqual(profile.dialect)
  expect(preview.profile.badRows).toEqual(profile.badRows)
  const cells = [...table.columns.values()].map(columnCells)
  expect(preview.rows).toEqual(Array.from({ length: count }, (_, row) => cells.map((column) => column[row])))
})

it('ends after 1,000 rows, also of a table of a thousand columns', async () => {
  const wide = lines(1500, (row) => Array.from({ length: 1000 }, (_, column) => row * column).join(','))
  const { rows: shown } = await previewTable(write(wide), undefined)
  expect(shown).toHaveLength(1000)
  expect(shown[999]?.slice(-2)).toEqual([String(999 * 998), String(999 * 999)])
})

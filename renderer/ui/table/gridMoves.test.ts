import { expect, it } from 'vitest'
import { moveInGrid, rangeOf } from './gridMoves.ts'

const size = { rows: 100, columns: 5, page: 10 }
const move = (row: number, column: number, key: string, mod = false) => {
  const to = moveInGrid({ row, column }, { key, mod }, size)
  return to && [to.row, to.column]
}

it('moves by arrows, into the header and no further', () => {
  expect(move(3, 2, 'ArrowUp')).toEqual([2, 2])
  expect(move(0, 2, 'ArrowUp')).toEqual([-1, 2])
  expect(move(-1, 2, 'ArrowUp')).toEqual([-1, 2])
  expect(move(99, 4, 'ArrowDown')).toEqual([99, 4])
  expect(move(99, 4, 'ArrowRight')).toEqual([99, 4])
  expect(move(0, 0, 'ArrowLeft')).toEqual([0, 0])
})

it('goes to the ends with Ctrl, by page and by Home and End', () => {
  expect(move(50, 2, 'ArrowDown', true)).toEqual([99, 2])
  expect(move(50, 2, 'ArrowUp', true)).toEqual([0, 2])
  expect(move(50, 2, 'PageDown')).toEqual([60, 2])
  expect(move(95, 2, 'PageDown')).toEqual([99, 2])
  expect(move(4, 2, 'PageUp')).toEqual([0, 2])
  expect(move(50, 2, 'Home')).toEqual([50, 0])
  expect(move(50, 2, 'End')).toEqual([50, 4])
  expect(move(50, 2, 'Home', true)).toEqual([0, 0])
  expect(move(50, 2, 'End', true)).toEqual([99, 4])
  expect(move(50, 2, 'a')).toBeNull()
})

it('stays in the header of a table without rows', () => {
  expect(moveInGrid({ row: -1, column: 0 }, { key: 'ArrowDown', mod: false }, { ...size, rows: 0 })).toEqual({
    row: -1,
    column: 0,
  })
})

it('spans a rectangle between two cells, but none with the header', () => {
  expect(rangeOf({ row: 5, column: 3 }, { row: 2, column: 4 })).toEqual({
    top: 2,
    bottom: 5,
    left: 3,
    right: 4,
  })
  expect(rangeOf({ row: -1, column: 3 }, { row: 2, column: 4 })).toBeNull()
})

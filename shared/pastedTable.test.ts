import { describe, expect, it } from 'vitest'
import { isPastedTable, pastedRows, pastedSize } from './pastedTable.ts'

describe('a pasted table', () => {
  it('has several lines of cells divided by tabs', () => {
    expect(isPastedTable('나이\t이름\r\n3\tx\r\n')).toBe(true)
    expect(isPastedTable('a\tb\n')).toBe(false)
    expect(isPastedTable('a,b\n1,2\n')).toBe(false)
    expect(isPastedTable('')).toBe(false)
  })
  it('keeps line ends and tabs of quoted cells in the cell, and quotes in the middle as they are', () => {
    const text = 'a\tb\r\n"one\ntwo"\t"say ""hi"""\r\n5" nail\t\r\n"x\ty"\tz'
    expect([...pastedRows(text, 10)]).toEqual([
      ['a', 'b'],
      ['one\ntwo', 'say "hi"'],
      ['5" nail', ''],
      ['x\ty', 'z'],
    ])
    expect(pastedSize(text)).toEqual({ rows: 4, columns: 2 })
  })
  it('shows no more rows than are asked for', () => {
    expect([...pastedRows('a\n\nb\nc', 3)]).toEqual([['a'], [''], ['b']])
  })
  it('ends on a quote that is never closed', () => {
    expect([...pastedRows('a\t"b\nc', 5)].length).toBeLessThan(5)
  })
})

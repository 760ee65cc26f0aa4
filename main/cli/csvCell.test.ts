import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvRow } from './csvCell.ts'

describe('a row of CSV', () => {
  it('is read back as it was written', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=1', '-1', '@x', 'a\r\nb', '"', ' '),
    )
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 6 }), (cells) => {
        const text = csvRow(cells).slice(0, -1)
        expect(Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' }).data).toEqual([cells])
      }),
    )
  })
  it('quotes text that a spreadsheet would run, and no number', () => {
    expect(csvRow(['=A1', '+x', '-x', '@x', '-1.5e3', '+2', -3, null])).toBe(
      '"=A1","+x","-x","@x",-1.5e3,+2,-3,\n',
    )
  })
})

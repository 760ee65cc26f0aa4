import { expect, it } from 'vitest'
import { cellsAsText } from './cellsAsText.ts'

it('puts tabs between cells, nothing for a missing one, and quotes what would break the row', () => {
  expect(cellsAsText(['1.5', null, '서울', 'two\nlines', '"said"', 'a "b"', 'tab\there'])).toBe(
    '1.5\t\t서울\t"two\nlines"\t"""said"""\ta "b"\t"tab\there"',
  )
})

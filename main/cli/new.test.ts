import { writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { cli, cliFolder } from './cli.test-support.ts'

const at = cliFolder()

/** Sixty rows with every kind of column that tells nothing, below a title and with units and totals. */
const lines = [
  'Guests 2023,,,,,,,',
  'no,customerId,rare,same,paid,age,grade,member',
  ',,,,KRW,years,,',
  ...Array.from({ length: 60 }, (_, row) =>
    [
      row + 1,
      `K${90_000 + ((row * 7919) % 997)}`,
      row === 3 ? 1 : '',
      'x',
      1000 + ((row * 31) % 60),
      20 + ((row * 17) % 43),
      row % 20 === 7 ? '' : ['low', 'mid', 'high'][row % 3],
      row % 2 ? 'y' : 'n',
    ].join(','),
  ),
  'Total,,,,61770,,,',
]
const targets = ['--target', 'paid,grade,member']

describe('new', () => {
  it('says what it left out and why, and what it took each target for', async () => {
    await writeFile(at('guests.csv'), lines.join('\n'))
    const asked = ['--data', at('guests.csv'), ...targets]
    const { code, json, stderr } = await cli('new', ...asked, at('guests.loom'), '--json')
    expect(code, stderr).toBe(0)
    expect(json).toMatchObject({
      inputs: ['age'],
      targetKinds: [
        { column: 'paid', kind: 'number' },
        { column: 'grade', kind: 'classes' },
        { column: 'member', kind: 'binary' },
      ],
      leftOut: [
        { column: 'no', reason: 'rowNumber' },
        { column: 'customerId', reason: 'id' },
        { column: 'rare', reason: 'nearlyEmpty' },
        { column: 'same', reason: 'constant' },
      ],
      withoutTarget: [{ column: 'grade', rows: 3 }],
      skippedLines: 1,
      oddRows: [
        { kind: 'units', count: 1, dropped: true },
        { kind: 'totals', count: 1, dropped: true },
      ],
      badRowCount: 0,
    })
    const { stdout } = await cli('new', ...asked, '--force', at('guests.loom'))
    const [first, ...others] = stdout.trimEnd().split('\n')
    expect(first).toMatch(/: learns paid \(number\), grade \(classes\), member \(binary\) from age with \d+ /)
    expect(others).toEqual([
      'No inputs: no (only numbers the rows), customerId (only names the rows, as an id does), rare (hardly any cell is filled), same (the same value in every row)',
      '3 rows without grade',
      '1 line above the table left out',
      expect.stringMatching(/^1 row of units left out: line 3 /),
      expect.stringMatching(/^1 row of totals left out: line 64 /),
    ])
  })

  it('does not explain what was not asked for, and points at records that do not fit', async () => {
    await writeFile(at('short.csv'), [...lines.slice(1, 2), ...lines.slice(3, -1), '61,K1'].join('\n'))
    const asked = ['--data', at('short.csv'), '--target', 'member', '--inputs', 'age']
    const { json } = await cli('new', ...asked, at('short.loom'), '--json')
    expect(json).toMatchObject({
      leftOut: [],
      badRowCount: 1,
      withoutTarget: [{ column: 'member', rows: 1 }],
    })
    const { stdout } = await cli('new', ...asked, '--force', at('short.loom'))
    expect(stdout.trimEnd().split('\n').slice(1)).toEqual([
      '1 row without member',
      '1 cell or row does not fit; see the command inspect',
    ])
  })
})

import { readFile, writeFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { cli, cliFolder, type Outcome } from './cli.test-support.ts'

const at = cliFolder()

/** `price` gives `cost` away; `noise` tells nothing. */
const rows = Array.from({ length: 80 }, (_, row) => {
  const cost = (row * 37) % 79
  return `${cost * 2 + 5},${(row * 53) % 71},${cost}`
})
const leak = 'The input “price” gives the target “cost” away: from one the other follows almost exactly.'

describe('warnings of the data', () => {
  let made: Outcome
  beforeAll(async () => {
    await writeFile(at('leak.csv'), `price,noise,cost\n${rows.join('\n')}\n`)
    made = await cli('new', '--data', at('leak.csv'), '--target', 'cost', at('leak.loom'), '--json')
  })

  it('are said when a project is made and when it is trained', async () => {
    expect(made.stderr).toContain(`Warning: ${leak} Often such a column`)
    const trained = await cli('train', at('leak.loom'), '--epochs', '1', '--out', at('run'), '--json')
    expect(trained.code, trained.stderr).toBe(0)
    expect(trained.stderr).toContain(`Warning: ${leak}`)
    await writeFile(
      at('other.csv'),
      `price,noise,cost\n${rows.map((row) => row.replace(/^\d+/, '7')).join('\n')}\n`,
    )
    const other = ['--data', at('other.csv'), '--epochs', '1', '--out', at('run')]
    const again = await cli('train', at('leak.loom'), ...other, '--json')
    expect(again.stderr, 'of the rows that it is trained on').not.toContain(leak)
    expect(again.stderr).toContain('Warning: Inputs with the same value in every training row: price.')
  })

  it('are listed by check, which is as content as without them', async () => {
    const { code, json } = await cli('check', at('leak.loom'), '--json')
    expect({ code, ok: json['ok'], problems: json['problems'] }).toEqual({ code: 0, ok: true, problems: [] })
    expect(json['warnings']).toEqual([
      {
        column: 'price',
        source: 'data',
        code: 'targetLeak',
        values: { column: 'price', target: 'cost', value: 1 },
        message: leak,
        why: expect.stringMatching(/^Often such a column is made from the target/),
        repairs: ['Take out of the inputs'],
      },
    ])
    const { stdout } = await cli('check', at('leak.loom'))
    expect(stdout.split('\n').filter((line) => line.startsWith('Warning: '))).toHaveLength(1)
  })

  it('are none where there is nothing to warn of', async () => {
    const asked = ['--data', at('leak.csv'), '--target', 'cost', '--inputs', 'noise']
    expect((await cli('new', ...asked, at('calm.loom'), '--json')).stderr).toBe('')
    expect((await cli('check', at('calm.loom'), '--json')).json).toMatchObject({ ok: true, warnings: [] })
  })

  it('give way to a problem when the rows cannot be divided', async () => {
    const project = JSON.parse(await readFile(at('leak.loom'), 'utf8')) as { data: object }
    const steps = [{ kind: 'keep', rule: { column: 'price', is: 'above', value: 1000 } }]
    await writeFile(at('none.loom'), JSON.stringify({ ...project, data: { ...project.data, steps } }))
    const { code, json } = await cli('check', at('none.loom'), '--json')
    expect({ code, ok: json['ok'], warnings: json['warnings'] }).toEqual({ code: 1, ok: false, warnings: [] })
    expect(json['problems']).toMatchObject([{ node: null, code: 'stepLeavesNoRows' }])
    const trained = await cli('train', at('none.loom'), '--out', at('run'), '--json')
    expect(trained.json).toMatchObject({ error: { code: 'stepLeavesNoRows' } })
  })
})

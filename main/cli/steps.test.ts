import { readFile, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { isInput, type Project } from '../../shared/project.ts'
import { cli, cliFolder } from './cli.test-support.ts'

const at = cliFolder()
const table = (rows: number, from: number) =>
  Array.from({ length: rows }, (_, row) => {
    const [width, height] = [1 + ((row + from) % 7), 1 + ((row + from) % 5)]
    return `${width},${height},${width * height > 12 ? 'big' : 'small'}`
  })

const withSteps = async (name: string, steps: object[]) => {
  const project = JSON.parse(await readFile(at('rooms.loom'), 'utf8')) as Project
  const number = { kind: 'number' as const, scale: 'standard' as const, missing: 'median' as const }
  for (const node of Object.values(project.nodes))
    if (isInput(node))
      Object.assign(node.input, { shape: [1], columns: [{ column: 'area', encoding: number }] })
  await writeFile(at(name), JSON.stringify({ ...project, data: { ...project.data, steps } }))
}

describe('a project with steps', () => {
  it('is checked, trained, evaluated on other rows and asked about raw ones from the terminal', async () => {
    await writeFile(at('rooms.csv'), `width,height,size\n${table(70, 0).join('\n')}\n`)
    await cli('new', '--data', at('rooms.csv'), '--target', 'size', at('rooms.loom'))
    const area = { kind: 'formula', column: 'area', formula: 'width * height' }
    await withSteps('wrong.loom', [{ ...area, formula: 'width * hieght' }])
    const wrong = await cli('check', at('wrong.loom'), '--json')
    expect(wrong.code).toBe(1)
    expect(wrong.json['problems']).toMatchObject([
      { code: 'formulaColumnMisspelt', values: { step: 1, at: 9, suggestion: 'height' } },
    ])

    await withSteps('right.loom', [area, { kind: 'keep', rule: { column: 'area', is: 'above', value: 2 } }])
    expect((await cli('check', at('right.loom'), '--json')).json).toMatchObject({ ok: true })
    const trained = await cli('train', at('right.loom'), '--epochs', '40', '--out', at('run'), '--json')
    expect(trained.json['error']).toBeUndefined()
    const { dropped } = trained.json['rows'] as { dropped: number }
    expect(dropped).toBe(table(70, 0).filter((row) => /^(1,[12]|2,1),/.test(row)).length)

    // Other rows, and columns in another order: what steps read is found by name.
    const others = table(20, 3).map((row) => row.split(',').reverse().join(','))
    await writeFile(at('others.csv'), `size,height,width\n${others.join('\n')}\nsmall,1,1\n`)
    const judged = await cli('evaluate', at('run'), '--data', at('others.csv'), '--json')
    expect(judged.json['error']).toBeUndefined()
    const said = await cli(
      'predict',
      at('run'),
      '--data',
      at('others.csv'),
      '--out',
      at('said.csv'),
      '--json',
    )
    expect(said.json).toMatchObject({ rows: 21 })
    const lines = (await readFile(at('said.csv'), 'utf8')).trim().split(/\r?\n/)
    expect(lines).toHaveLength(22)
    // Rows that the rule would leave out are answered too.
    expect(lines.every((line) => line.split(',').length > 3 && !line.endsWith(','))).toBe(true)
  })
})

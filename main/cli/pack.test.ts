import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { cli, cliFolder, type Outcome } from './cli.test-support.ts'

const at = cliFolder()

describe('pack and unpack', () => {
  let packed: Outcome
  beforeAll(async () => {
    const rows = Array.from(
      { length: 120 },
      (_, row) => `${row % 10},${(row * 7) % 11},${row % 10 > 4 ? '예' : '아니요'}`,
    )
    await writeFile(at('표.csv'), `점수,무게,합격\n${rows.join('\n')}\n`)
    await cli('new', '--data', at('표.csv'), '--target', '합격', at('work/시험.loom'))
    const trained = await cli('train', at('work/시험.loom'), '--epochs', '3', '--json')
    expect(trained.code).toBe(0)
    packed = await cli('pack', at('work/시험.loom'), '--out', at('시험.loompack'), '--json')
  }, 60_000)

  it('carry a project, its data and its runs to another place, where they are as good as here', async () => {
    expect(packed.json).toMatchObject({ tables: 1, runs: 1 })
    const { code, json } = await cli('unpack', at('시험.loompack'), '--out', at('there'), '--json')
    expect(code).toBe(0)
    const project = String(json['project'])
    expect(project).toBe(at('there/시험/시험.loom'))
    expect((await cli('check', project, '--json')).json['ok']).toBe(true)
    const [run = ''] = await readdir(join(dirname(project), '시험.runs'))
    const place = join(dirname(project), '시험.runs', run)
    const evaluated = await cli('evaluate', place, '--json')
    expect(evaluated.json['rows']).toBe(120)
    const data = join(dirname(project), 'data', '표.csv')
    const answered = await cli('predict', place, '--data', data, '--out', at('answers.csv'), '--json')
    expect(answered.json).toMatchObject({ rows: 120, unanswered: 0 })
    expect((await readFile(at('answers.csv'), 'utf8')).split('\n')[0]).toContain('합격_predicted')
    const exported = await cli('export', place, '--format', 'tfjs', '--out', at('model'), '--json')
    expect(exported.code).toBe(0)
    expect((await cli('train', project, '--epochs', '2', '--json')).code).toBe(0)
  }, 60_000)

  it('take only the runs that are asked for', async () => {
    const none = await cli(
      'pack',
      at('work/시험.loom'),
      '--runs',
      'none',
      '--out',
      at('no.loompack'),
      '--json',
    )
    expect(none.json['runs']).toBe(0)
    const one = ['pack', at('work/시험.loom'), '--runs', '1', '--out', at('one.loompack')]
    expect((await cli(...one)).stdout).toMatch(/; 1 run\.\n$/)
    const gone = await cli('pack', at('work/시험.loom'), '--runs', '7', '--out', at('x.loompack'), '--json')
    expect(gone.code).toBe(1)
    const odd = await cli('pack', at('work/시험.loom'), '--runs', 'x', '--out', at('x.loompack'), '--json')
    expect(odd.code).toBe(2)
  })

  it('replace no file, and say what is wrong with one that is no pack', async () => {
    const again = await cli('pack', at('work/시험.loom'), '--out', at('시험.loompack'), '--json')
    expect(again.json['error']).toMatchObject({ code: 'fileExists' })
    const wrong = await cli('unpack', at('표.csv'), '--out', at('there'), '--json')
    expect(wrong.code).toBe(1)
    expect(wrong.json['error']).toMatchObject({ code: 'notAPack' })
    expect(wrong.stderr).toContain('is not a pack')
  })
})

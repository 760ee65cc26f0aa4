import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { cli, cliFolder } from './cli.test-support.ts'

const at = cliFolder()
const withoutData = () => cli('new', '--data', at('data.csv'), '--target', 'y', at('gone/p.loom'))

/** A change of the good project's text, as a file of its own. */
const broken = async (name: string, change: (text: string) => string): Promise<string> => {
  await writeFile(at(name), change(await readFile(at('p.loom'), 'utf8')))
  return at(name)
}

beforeAll(async () => {
  const rows = Array.from({ length: 400 }, (_, row) => `${row},${row % 7},${row % 2}`)
  await writeFile(at('data.csv'), `x,z,y\n${rows.join('\n')}\n`)
  await writeFile(at('other.csv'), 'a,b\n1,2\n3,4\n')
  await cli('new', '--data', at('data.csv'), '--target', 'y', at('p.loom'))
  await cli('train', at('p.loom'), '--epochs', '1', '--out', at('run'))
  await mkdir(at('gone'))
}, 60_000)

describe('every mistake is a plain sentence, an exit code and an object', () => {
  const cases: [string, () => Promise<string[]>, string, number?][] = [
    ['no command', async () => [], 'usage', 2],
    ['an unknown command', async () => ['fly'], 'usage', 2],
    ['an unknown option', async () => ['train', at('p.loom'), '--speed', '9'], 'usage', 2],
    ['a missing argument', async () => ['train'], 'usage', 2],
    ['a missing option', async () => ['predict', at('run')], 'usage', 2],
    ['a number out of range', async () => ['train', at('p.loom'), '--epochs', '0'], 'usage', 2],
    ['an unknown format', async () => ['export', at('run'), '--format', 'x', '--out', at('e')], 'usage', 2],
    ['a table that is not there', async () => ['inspect', at('no.csv')], 'fileNotFound'],
    ['a folder as a table', async () => ['inspect', at('gone')], 'fileIsDirectory'],
    ['a project that is not there', async () => ['check', at('no.loom')], 'fileNotFound'],
    [
      'a project that is not JSON',
      async () => ['train', await broken('b.loom', (t) => t.slice(9))],
      'notAProject',
    ],
    [
      'a newer project',
      async () => ['train', await broken('n.loom', (t) => t.replace('"format": 1', '"format": 9'))],
      'projectTooNew',
    ],
    [
      'an existing project',
      async () => ['new', '--data', at('data.csv'), '--target', 'y', at('p.loom')],
      'fileExists',
    ],
    [
      'an unknown target',
      async () => ['new', '--data', at('data.csv'), '--target', 'w', at('q.loom')],
      'columnMissing',
    ],
    [
      'a target that is not binary',
      async () => ['new', '--data', at('data.csv'), '--target', 'z:binary', at('q.loom')],
      'targetNotBinary',
    ],
    ['an unknown engine', async () => ['train', at('p.loom'), '--engine', 'abacus'], 'engineUnavailable'],
    [
      'a project whose data is gone',
      async () => {
        await withoutData()
        await writeFile(
          at('gone/p.loom'),
          (await readFile(at('gone/p.loom'), 'utf8')).replace('data.csv', 'data2.csv'),
        )
        return ['train', at('gone/p.loom')]
      },
      'fileNotFound',
    ],
    [
      'data that lack a column',
      async () => ['train', at('p.loom'), '--data', at('other.csv')],
      'columnMissing',
    ],
    [
      'data that changed',
      async () => [
        'train',
        await broken('s.loom', (t) =>
          t
            .replace(/"sha256": "./, '"sha256": "f')
            .replace(/"sha256": "f(.)/, (_, c) => `"sha256": "f${c === 'f' ? '0' : 'f'}`),
        ),
      ],
      'sourceChanged',
    ],
    ['a cycle', async () => ['train', await broken('c.loom', addCycle)], 'cycle'],
    ['a run that is not there', async () => ['evaluate', at('nothing')], 'runNotFound'],
    [
      'predictions for other columns',
      async () => ['predict', at('run'), '--data', at('other.csv'), '--out', at('o.csv')],
      'columnMissing',
    ],
    [
      'a place on a device',
      async () => ['train', at('p.loom'), '--epochs', '1', '--out', '/proc/layerloom'],
      'writeFailed',
    ],
    [
      'an export over a file',
      async () => ['export', at('run'), '--format', 'tfjs', '--out', at('data.csv')],
      'writeFailed',
    ],
    [
      'a place that cannot be written',
      async () => ['predict', at('run'), '--data', at('data.csv'), '--out', at('data.csv/o.csv')],
      'writeFailed',
    ],
  ]
  it.each(cases)('%s', async (_, argv, wanted, exit = 1) => {
    const { code, stdout, stderr, json } = await cli(...(await argv()), '--json')
    const error = json['error'] as { code: string; message: string }
    expect({ code, problem: error?.code, stderr }).toMatchObject({ code: exit, problem: wanted })
    expect(stderr.trimEnd().endsWith(error.message)).toBe(true)
    expect(error.message).toMatch(/^(\p{Lu}|\w+: \p{Lu}).*[.)]$/su)
    expect(error.message).not.toMatch(/\{\{|undefined|\bat .*:\d+:\d+/)
    expect(stdout.trimEnd().split('\n')).toHaveLength(1)
  })

  it('check lists every problem with its node and fails', async () => {
    const { code, json } = await cli('check', await broken('c2.loom', addCycle), '--json')
    expect(code).toBe(1)
    expect(json['ok']).toBe(false)
    const problems = json['problems'] as { code: string; message: string; repairs: string[] }[]
    expect(problems.map((problem) => problem.code)).toContain('cycle')
    expect(problems.flatMap(({ repairs }) => repairs).join()).toMatch(/^Draw the edge from “.+” instead/)
    expect(problems.every(({ message }) => message.length > 10)).toBe(true)
  })
})

/** The first layer's input goes through an Add that also takes the last hidden layer's output. */
function addCycle(text: string): string {
  const project = JSON.parse(text) as {
    layers: Record<string, object>
    nodes: Record<string, object>
    edges: { from: string; out: string; to: string; in: string }[]
  }
  const calls = Object.entries(project.nodes).filter(([, node]) => 'layer' in node)
  const [first = '', second = ''] = calls.map(([id]) => id)
  for (const edge of project.edges) if (edge.to === first) edge.to = 'loop'
  project.layers['loop'] = { type: 'add', name: 'loop', params: {} }
  project.nodes['loop'] = { layer: 'loop', x: 0, y: 0 }
  project.edges.push({ from: 'loop', out: 'output', to: first, in: 'input' })
  project.edges.push({ from: second, out: 'output', to: 'loop', in: 'input' })
  return JSON.stringify(project)
}

describe('Ctrl+C', () => {
  const press = () => void process.emit('SIGINT', 'SIGINT')
  /** Starts a training without end and waits for its first epoch. */
  const startLong = async (name: string) => {
    const long = await broken('long.loom', (text) =>
      text.replace(/"callbacks": \[[^\]]*\]/, '"callbacks": []'),
    )
    const training = cli('train', long, '--epochs', '1000000', '--out', at(name), '--json')
    while (!(await readFile(at(`${name}/metrics.jsonl`), 'utf8').catch(() => ''))) await setTimeout(50)
    return { training }
  }

  it('once stops and keeps what was learned', async () => {
    const { training } = await startLong('stopped')
    press()
    const { code, json } = await training
    expect({ code, stopped: json['stopped'] }).toEqual({ code: 0, stopped: true })
    expect((await cli('evaluate', at('stopped'))).code).toBe(0)
  })

  it('twice ends at once', async () => {
    const { training } = await startLong('killed')
    press()
    press()
    const { code, json } = await training
    expect({ code, json }).toMatchObject({ code: 1, json: { error: { code: 'cancelled' } } })
    expect(JSON.parse(await readFile(at('killed/run.json'), 'utf8'))).toMatchObject({ state: 'interrupted' })
  })
})

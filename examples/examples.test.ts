import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { inferGraph } from '../shared/infer.ts'
import { parseProject, serializeProject } from '../shared/openProject.ts'
import { clustersCsv } from './clustersData.ts'
import { enlargedDigitsCsv, pairsCsv } from './digits.ts'
import { documents } from './documents.ts'
import { headlineCsv } from './headlineData.ts'
import { postsCsv } from './postsData.ts'
import { storiesCsv } from './storiesData.ts'
import { exampleWords } from './words.ts'

const here = import.meta.dirname
const ids = Object.keys(documents) as (keyof typeof documents)[]

/** `UPDATE=1 npx vitest run examples` writes the files; without it they must already be what the sources say. */
const same = (file: string, text: string) => {
  const full = path.join(here, file)
  if (process.env['UPDATE'] === '1') {
    mkdirSync(path.dirname(full), { recursive: true })
    writeFileSync(full, text)
  }
  expect(readFileSync(full, 'utf8') === text, `${file} is stale`).toBe(true)
}
const xorCsv = 'a,b,xor\n0,0,0\n0,1,1\n1,0,1\n1,1,0\n'

describe('examples', () => {
  it.each(ids)('%s stands as its document says', (id) => {
    same(`${id}/project.loom`, serializeProject(documents[id]))
    const order = Object.keys(exampleWords).indexOf(id)
    same(`${id}/example.json`, `${JSON.stringify({ order, ...exampleWords[id] }, null, 2)}\n`)
  })

  it.each(ids)('%s opens without a problem and finds its data', (id) => {
    const project = parseProject(readFileSync(path.join(here, id, 'project.loom'), 'utf8'))
    const analysis = inferGraph(project)
    expect(analysis.problems).toEqual([])
    expect(Object.values(analysis.nodes).flatMap((node) => node.problems)).toEqual([])
    for (const source of project.data.sources) expect(existsSync(path.join(here, id, source.file))).toBe(true)
  })

  it('has the data its generators make', () => {
    same('headline/data/headlines.csv', headlineCsv(1))
    same('clusters/data/clusters.csv', clustersCsv(1))
    same('stories/data/stories.csv', storiesCsv(1))
    same('posts/data/posts.csv', postsCsv(1))
    const digits = readFileSync(path.join(here, 'digits-functional/data/digits.csv'), 'utf8')
    same('inception/data/digits.csv', digits)
    same('digits-sequential/data/digits28.csv', enlargedDigitsCsv(digits, 800))
    same('siamese/data/pairs.csv', pairsCsv(digits, 1600, 1))
    same('xor-perceptron/data/xor.csv', xorCsv)
    same('xor-mlp/data/xor.csv', xorCsv)
  })

  it('has the headline model of 5,200,610 parameters', () => {
    expect(inferGraph(documents.headline).parameters.total).toBe(5_200_610)
  })
})

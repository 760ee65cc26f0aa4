import { describe, expect, it } from 'vitest'
import { inferGraph } from '../infer.ts'
import { parseProject, serializeProject } from '../openProject.ts'
import type { Project } from '../project.ts'
import { flatGraph } from './flatGraph.test-support.ts'
import { kerasJson } from './kerasJson.ts'
import { kerasPython } from './kerasPython.ts'
import { readKeras } from './readKeras.ts'

const programs = import.meta.glob<string>(['../fixtures/keras/*.py', '!../fixtures/keras/make.py'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const keras2 = import.meta.glob<string>('../fixtures/keras/*.keras2.json', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const keras3 = import.meta.glob<string>('../fixtures/keras/*.keras3.json', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Numbers of parameters that Keras itself counts in these models; make.py prints them. */
const counts: Readonly<Record<string, number>> = {
  autoencoder: 61_329,
  cnn: 161_258,
  inception: 166_266,
  mlp: 109_386,
  posts: 3_270_668,
  questions: 81_140,
  recommender: 112_546,
  resnet: 78_666,
  seq2seq: 284_848,
  siamese: 817,
  unet: 30_201,
  video: 66_613,
}

const read = (text: string | undefined): Project => {
  const result = readKeras(text ?? '')
  if ('problem' in result) throw new Error(JSON.stringify(result.problem))
  expect(result.findings).toEqual([])
  return result.project
}

describe.each(Object.keys(counts))('the model %s', (name) => {
  const formats = {
    Python: programs[`../fixtures/keras/${name}.py`],
    'Keras 2 JSON': keras2[`../fixtures/keras/${name}.keras2.json`],
    'Keras 3 JSON': keras3[`../fixtures/keras/${name}.keras3.json`],
  }

  it.each(Object.entries(formats))('has no problems and the parameters that Keras counts: %s', (_, text) => {
    const analysis = inferGraph(read(text))
    const problems = Object.values(analysis.nodes).flatMap((node) => node.problems)
    expect([...analysis.problems, ...problems]).toEqual([])
    expect(analysis.parameters.total).toBe(counts[name])
  })

  it('is one graph in all three formats', () => {
    const graph = flatGraph(read(formats.Python))
    expect(flatGraph(read(formats['Keras 3 JSON']))).toEqual(graph)
    expect(flatGraph(read(formats['Keras 2 JSON'])).nodes).toEqual(graph.nodes)
    expect(flatGraph(read(formats['Keras 2 JSON']))).toEqual(withoutCompile(graph))
  })

  it.each(Object.entries(formats))(
    'stays the same read, saved, opened, written and read again: %s',
    (_, text) => {
      const project = read(text)
      const opened = parseProject(serializeProject(project))
      const analysis = inferGraph(opened)
      const graph = flatGraph(project)
      expect(flatGraph(opened)).toEqual(graph)
      expect(flatGraph(read(kerasPython(opened, analysis).text))).toEqual(graph)
      expect(flatGraph(read(kerasJson(opened, analysis).text))).toEqual(graph)
    },
  )
})

/** Keras 2's `to_json` leaves out what the model was compiled with. */
const withoutCompile = ({ calls, nodes }: ReturnType<typeof flatGraph>) => ({
  nodes,
  calls: calls.map((call) =>
    typeof call === 'object' && call !== null && 'loss' in call
      ? { ...call, loss: undefined, weight: undefined, metrics: undefined }
      : call,
  ),
})

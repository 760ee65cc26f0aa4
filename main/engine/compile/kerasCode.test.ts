import { describe, expect, it } from 'vitest'
import { layerCases } from './layerCases.test-support.ts'
import { inferGraph } from '../../../shared/infer.ts'
import { layerDefinitions, type LayerType } from '../../../shared/layers/index.ts'
import { flatGraph } from '../../../shared/keras/flatGraph.test-support.ts'
import { kerasJson } from '../../../shared/keras/kerasJson.ts'
import { kerasPython } from '../../../shared/keras/kerasPython.ts'
import { readKeras } from '../../../shared/keras/readKeras.ts'

const read = (text: string, title: string) => {
  const result = readKeras(text)
  if ('problem' in result) throw new Error(`${title}: ${JSON.stringify(result.problem)}\n${text}`)
  expect(result.findings, `${title}\n${text}`).toEqual([])
  return result.project
}

describe.each(Object.keys(layerDefinitions) as LayerType[])('%s', (type) => {
  it('means the same written as Python and as JSON, and read again', () => {
    const seen = new Set<string>()
    let count = 0
    for (const { project, params, title } of layerCases(type, false)) {
      const key = JSON.stringify([params, project.edges])
      if (seen.has(key)) continue
      seen.add(key)
      const analysis = inferGraph(project)
      const [python, json] = [kerasPython(project, analysis).text, kerasJson(project, analysis).text]
      const fromPython = read(python, title)
      const fromJson = read(json, title)
      if ('lower' in layerDefinitions[type]) {
        // What Keras lacks comes back as the layers it was written as: the same shapes out, and both ways the same.
        expect(flatGraph(fromPython), title).toEqual(flatGraph(fromJson))
        expect(inferGraph(fromPython).parameters.total, title).toBe(analysis.parameters.total)
      } else {
        expect(flatGraph(fromPython), `${title}\n${python}`).toEqual(flatGraph(project))
        expect(flatGraph(fromJson), title).toEqual(flatGraph(project))
      }
      count++
    }
    expect(count).toBeGreaterThan(0)
  }, 60_000)
})

import { describe, expect, it } from 'vitest'
import headline from '../fixtures/headline.loom?raw'
import nestedGroups from '../fixtures/nestedGroups.loom?raw'
import sharedLayer from '../fixtures/sharedLayer.loom?raw'
import { inferGraph } from '../infer.ts'
import { parseProject } from '../openProject.ts'
import { kerasJson } from './kerasJson.ts'
import { projectFromKeras } from './projectFromKeras.ts'
import { readKerasJson } from './readKerasJson.ts'

const write = (text: string) => {
  const project = parseProject(text)
  return kerasJson(project, inferGraph(project))
}

describe('Keras JSON', () => {
  it.each([
    ['headline', headline],
    ['shared layer', sharedLayer],
    ['groups', nestedGroups],
  ])('reads what it wrote and writes it the same again: %s', (_, text) => {
    const { text: json } = write(text)
    const { project, findings } = projectFromKeras(readKerasJson(json))
    expect(findings).toEqual([])
    expect(kerasJson(project, inferGraph(project)).text).toBe(json)
  })

  it('is one layer with two calls where two nodes share it', () => {
    const { config } = JSON.parse(write(sharedLayer).text) as {
      config: { layers: { name: string; inbound_nodes: unknown[] }[] }
    }
    expect(config.layers.find(({ name }) => name === 'tower')?.inbound_nodes).toHaveLength(2)
  })

  it('knows the line of every node', () => {
    const { text, lines } = write(sharedLayer)
    const rows = text.split('\n')
    expect(rows[lines.get('head')?.from ?? -1]).toBe('      {')
    expect(rows.slice(lines.get('head')?.from).find((row) => row.includes('"name"'))).toContain('"head"')
  })
})

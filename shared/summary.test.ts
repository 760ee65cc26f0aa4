import { describe, expect, it } from 'vitest'
import headline from './fixtures/headline.loom?raw'
import sharedLayer from './fixtures/sharedLayer.loom?raw'
import { inferGraph } from './infer.ts'
import { parseProject } from './openProject.ts'
import { summaryRows } from './summary.ts'
import { summaryCsv, summaryText } from './summaryText.ts'

describe('the summary', () => {
  const project = parseProject(headline)
  const analysis = inferGraph(project)
  it('lists inputs and layers in order with their shapes, numbers and what feeds them', () => {
    const rows = summaryRows(project, analysis)
    expect(rows.map(({ name }) => name)).not.toContain('output')
    const embedding = rows.find(({ type }) => type === 'Embedding')
    expect(embedding).toMatchObject({ shapes: [[100, 512]], parameters: 5_120_000 })
    expect(embedding?.from).toHaveLength(1)
    expect(rows.reduce((sum, { parameters }) => sum + parameters, 0)).toBe(5_200_610)
    const place = new Map(rows.map(({ name }, index) => [name, index]))
    for (const { name, from } of rows)
      for (const source of from) expect(place.get(source)).toBeLessThan(place.get(name)!)
  })
  it('reads like the summary that Keras prints', () => {
    const text = summaryText(project, analysis)
    expect(text).toMatch(/^Model: ".+"\n_+\nLayer \(type\) +Output Shape +Param # +Connected to\n=+\n/)
    expect(text).toMatch(/\n\S+ \(Embedding\) +\(None, 100, 512\) +5,120,000 +\S+\n/)
    expect(text).toContain('Total params: 5,200,610 (19.84 MB)\n')
    expect(text).toContain('Non-trainable params: 0 (0.00 B)\n')
  })
  it('counts a shared layer once and lists it once with all its sources', () => {
    const shared = parseProject(sharedLayer)
    const known = inferGraph(shared)
    const calls = summaryRows(shared, known).filter(({ layer }) => layer === shared.nodes['leftTower']?.layer)
    expect(calls.map(({ parameters }) => parameters)).toEqual([144, 0])
    const name = calls[0]?.name ?? ''
    const text = summaryText(shared, known)
    expect(text.split('\n').filter((line) => line.startsWith(`${name} (`))).toHaveLength(1)
    expect(text).toContain(`Total params: ${known.parameters.total} `)
  })
  it('is a table that no program takes for formulas', () => {
    const evil = {
      ...project,
      layers: Object.fromEntries(
        Object.entries(project.layers).map(([id, layer]) => [id, { ...layer, name: `=1+"${id}",` }]),
      ),
    }
    const [head, ...lines] = summaryCsv(evil, inferGraph(evil)).trimEnd().split('\r\n')
    expect(head).toBe('Layer,Type,Output shape,Parameters,Connected to,FLOPs,Memory (bytes)')
    expect(lines).toHaveLength(summaryRows(evil, analysis).length)
    expect(lines.some((line) => line.startsWith(`"'=1+""`))).toBe(true)
    expect(lines.every((line) => !line.startsWith('='))).toBe(true)
  })
})

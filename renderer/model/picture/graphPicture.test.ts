import { describe, expect, it } from 'vitest'
import { inferGraph } from '../../../shared/infer.ts'
import { type Project, projectSchema } from '../../../shared/project.ts'
import en from '../../i18n/en.json'
import { i18n } from '../../i18n/i18n.ts'
import { graphPicture } from './graphPicture.ts'
import { type PictureColours, pictureTokens } from './pictureColours.ts'
import { pictureParts } from './pictureParts.ts'
import { pngDensity } from './pngOf.ts'
import { fitText, xml } from './svgText.ts'

await i18n.init({ lng: 'en', resources: { en: { translation: en } } })

const nasty = `<&">'\u0000 \uD800 한글`
const colours = Object.fromEntries(
  pictureTokens.map((token, index) => [token, `#${String(100000 + index)}`]),
) as PictureColours
const edge = (from: string, to: string) => ({ from, out: 'output', to, in: 'input' })

const project: Project = projectSchema.parse({
  format: 1,
  id: 'p',
  name: nasty,
  layers: {
    tower: { type: 'dense', name: nasty, params: { units: 64 } },
    lstm: { type: 'lstm', name: 'lstm', params: { units: 8 } },
    join: { type: 'concatenate', name: 'join', params: {} },
    strange: { type: nasty, name: 'strange', params: {} },
  },
  nodes: {
    [nasty]: { input: { name: 'left', shape: [5] }, x: 0, y: 0 },
    one: { layer: 'tower', x: 300, y: 0 },
    two: { layer: 'tower', x: 300, y: 200, group: 'g' },
    rnn: { layer: 'lstm', x: 300, y: 400 },
    join: { layer: 'join', x: 600, y: 100 },
    strange: { layer: 'strange', x: 600, y: 300 },
    end: { output: {}, x: 900, y: 100 },
  },
  edges: [
    edge(nasty, 'one'),
    edge(nasty, 'two'),
    edge('one', 'join'),
    edge('two', 'join'),
    edge('join', 'end'),
  ],
  groups: { g: { title: nasty } },
  notes: { n: { text: `${nasty}\nand a second line`, x: 0, y: 500 } },
})
const style = { colours, t: i18n.t, language: 'en' as const }
const pictureOf = (selection: readonly string[] = []) => {
  const parts = pictureParts(project, inferGraph(project), 'en', selection)
  return graphPicture(parts, { title: nasty, description: 'what it is' }, style)
}

/** The elements of an XML text by name; throws where it is not well-formed. */
function elementsOf(text: string): string[] {
  const names: string[] = []
  const open: string[] = []
  const token =
    /<(\/?)([a-z]+)((?:\s+[\w:-]+="[^"<&]*(?:&(?:amp|lt|gt|quot|apos);[^"<&]*)*")*)\s*(\/?)>|[^<&>]+|&(?:amp|lt|gt|quot|apos);/gy
  while (token.lastIndex < text.length) {
    const at = token.lastIndex
    const found = token.exec(text)
    if (!found) throw new Error(`Not well-formed at ${text.slice(at, at + 60)}`)
    const [, isEnd, name, , isEmpty] = found
    if (name === undefined) continue
    if (isEnd) {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing.`)
    } else {
      names.push(name)
      if (!isEmpty) open.push(name)
    }
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} left open.`)
  return names
}

describe('the picture of a graph', () => {
  const { svg, width, height } = pictureOf() ?? { svg: '', width: 0, height: 0 }

  it('is well-formed whatever names hold, and says what it shows', () => {
    expect(elementsOf(svg).slice(0, 3)).toEqual(['svg', 'title', 'desc'])
    expect(svg).toContain('<title>&lt;&amp;&quot;&gt;&apos;\uFFFD \uFFFD 한글</title><desc>what it is</desc>')
    expect(svg).not.toContain('\u0000')
  })
  it('holds every node and every edge once', () => {
    const ids = (kind: string) =>
      [...svg.matchAll(new RegExp(`data-${kind}="([^"]*)"`, 'g'))].map(([, id]) => id)
    expect(ids('node')).toHaveLength(Object.keys(project.nodes).length)
    expect(new Set(ids('node'))).toEqual(new Set(Object.keys(project.nodes).map(xml)))
    expect(ids('edge')).toHaveLength(project.edges.length)
    expect(new Set(ids('edge')).size).toBe(project.edges.length)
  })
  it('tells name, type, settings, shape and count of a layer', () => {
    for (const words of ['LSTM', 'Units 64', '[64]', 'join', 'Concatenate']) expect(svg).toContain(words)
  })
  it('needs nothing from elsewhere and runs nothing', () => {
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
      /https?:|href|url\(|<script|<style|<image|foreignObject/,
    )
  })
  it('has everything inside its frame', () => {
    expect([width, height]).toEqual([900 + 200 + 2 * 32, 500 + 96 + 2 * 32 + 0])
    expect(svg).toMatch(/viewBox="-32 -\d+ \d+ \d+"/)
  })
  it('shows a selection alone, with the edges between its nodes', () => {
    const part = pictureOf(['one', 'join'])?.svg ?? ''
    expect(part.match(/data-node=/g)).toHaveLength(2)
    expect(part.match(/data-edge=/g)).toHaveLength(1)
  })
  it('is nothing for an empty graph', () => {
    const empty = projectSchema.parse({ format: 1, id: 'e', name: '', layers: {}, nodes: {}, edges: [] })
    expect(
      graphPicture(pictureParts(empty, inferGraph(empty), 'en'), { title: '', description: '' }, style),
    ).toBeNull()
  })
})

describe('words in a picture', () => {
  it('are cut to the room there is, whole characters only', () => {
    expect(fitText('short', 100, 14)).toBe('short')
    expect(fitText('a very long name indeed', 60, 14)).toMatch(/^a ver.*…$/)
    expect(fitText('😀😀😀😀😀😀', 30, 14)).toMatch(/^😀+…$/u)
  })
})

describe('a picture in pixels', () => {
  it('has two a unit, fewer where a canvas has no more, and is refused when even one is too many', () => {
    expect(pngDensity(1000, 800)).toBe(2)
    expect(pngDensity(10_000, 4000)).toBeCloseTo(1.6384, 4)
    expect(pngDensity(20_000, 500)).toBeNull()
    expect(pngDensity(15_000, 15_000)).toBeNull()
  })
})

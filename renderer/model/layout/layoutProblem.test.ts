import Elk from 'elkjs/lib/elk.bundled.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Box, elkGraph, type LayoutProblem, type Link, placesIn } from './layoutProblem.ts'

const elk = new Elk()
const layout = async (problem: LayoutProblem, corner = { x: 0, y: 0 }) =>
  placesIn(await elk.layout(elkGraph(problem)), problem, corner)

const links = (...pairs: string[]): Link[] =>
  pairs.map((pair) => ({ from: pair.slice(0, 1), out: 0, to: pair.slice(1, 2), in: 0 }))
const box = (id: string, height = 96, frame?: string): Box => ({
  id,
  width: 200,
  height,
  ins: [height / 2],
  outs: [height / 2],
  frame,
})
const overlaps = (one: { x: number; y: number; height: number }, other: typeof one) =>
  Math.abs(one.x - other.x) < 200 && one.y < other.y + other.height && other.y < one.y + one.height

const graph = fc.integer({ min: 1, max: 14 }).chain((count) => {
  const id = fc.integer({ min: 0, max: count - 1 }).map(String)
  return fc.record({
    boxes: fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        fc
          .tuple(fc.integer({ min: 40, max: 200 }), fc.constantFrom(undefined, 'f', 'g', 'gone'))
          .map(([height, frame]) => box(String(index), height, frame)),
      ),
    ),
    links: fc.array(fc.record({ from: id, to: id, out: fc.constant(0), in: fc.nat(1) }), { maxLength: 30 }),
    frames: fc.constant([{ id: 'f' }, { id: 'g', parent: 'f' }]),
  })
})

describe('laying out a graph', () => {
  it('keeps a chain on one line, left to right, from the corner', async () => {
    const boxes = [box('a'), box('b', 40), box('c')]
    const places = await layout({ boxes, links: links('ab', 'bc'), frames: [] }, { x: 80, y: 40 })
    expect(places['a']).toEqual({ x: 80, y: 40 })
    expect(places['c']).toEqual({ x: 672, y: 40 })
    expect(Math.abs((places['b']?.y ?? 0) - 68)).toBeLessThanOrEqual(4)
  })
  it('keeps others out of a frame', async () => {
    const boxes = [box('a'), box('b', 96, 'f'), box('c', 96, 'f'), box('d'), box('e')]
    const places = await layout({ boxes, links: links('ab', 'bc', 'ad', 'de', 'ce'), frames: [{ id: 'f' }] })
    const { b, c, d } = places
    if (!b || !c || !d) throw new Error('Every box has a place.')
    const top = Math.min(b.y, c.y)
    const bottom = Math.max(b.y, c.y) + 96
    const isOutside = d.y + 96 <= top || d.y >= bottom || d.x >= c.x + 200 || d.x + 200 <= b.x
    expect(isOutside).toBe(true)
  })
  it('places every box and lets none overlap, loops and frames included', async () => {
    await fc.assert(
      fc.asyncProperty(graph, async (problem) => {
        const places = await layout(problem)
        const placed = problem.boxes.map(({ id, height }) => {
          const place = places[id]
          if (!place) throw new Error(`${id} has no place.`)
          return { ...place, height }
        })
        expect(Math.min(...placed.map(({ x }) => x))).toBe(0)
        for (const [index, one] of placed.entries())
          for (const other of placed.slice(index + 1)) expect(overlaps(one, other)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
  it('leads every edge of a graph without loops to the right', async () => {
    await fc.assert(
      fc.asyncProperty(graph, async ({ boxes, links: all }) => {
        const forward = all
          .filter(({ from, to }) => Number(from) < Number(to))
          .map((link) => ({ ...link, in: 0 }))
        const flat = boxes.map((one) => ({ ...one, frame: undefined }))
        const places = await layout({ boxes: flat, links: forward, frames: [] })
        for (const { from, to } of forward) expect(places[from]?.x).toBeLessThan(places[to]?.x ?? 0)
      }),
      { numRuns: 60 },
    )
  })
})

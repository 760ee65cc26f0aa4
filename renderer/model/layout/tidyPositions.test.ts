import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf } from './columnsOf.ts'
import { countCrossings, orderColumns } from './orderColumns.ts'
import { placeInColumn } from './placeInColumn.ts'
import { forwardLinks, type Link, rankNodes } from './rankNodes.ts'
import { type Box, tidyPositions } from './tidyPositions.ts'

const links = (...pairs: string[]): Link[] =>
  pairs.map((pair) => ({ from: pair.slice(0, 1), to: pair.slice(1, 2) }))
const boxes = (ids: string, height = 96): Box[] => ids.split('').map((id) => ({ id, width: 200, height }))

describe('ranking nodes into columns', () => {
  it('puts a node one column after the last node that feeds it', () => {
    const ranks = rankNodes('abcd'.split(''), links('ab', 'bc', 'ad', 'cd'))
    expect(Object.fromEntries(ranks)).toEqual({ a: 0, b: 1, c: 2, d: 3 })
  })
  it('moves a late input next to what it feeds', () => {
    expect(rankNodes('abcx'.split(''), links('ab', 'bc', 'xc')).get('x')).toBe(1)
  })
  it('leaves out the edge that closes a loop', () => {
    expect(forwardLinks('abc'.split(''), links('ab', 'bc', 'ca'))).toEqual(links('ab', 'bc'))
  })
})

describe('ordering columns', () => {
  it('untangles crossed edges', () => {
    const crossed = columnsOf(rankNodes('abcd'.split(''), links('ad', 'bc')), links('ad', 'bc'))
    expect(countCrossings(crossed)).toBe(1)
    expect(countCrossings(orderColumns(crossed))).toBe(0)
  })
})

describe('placing a column', () => {
  it('gives everyone their wish when there is room', () => {
    expect(
      placeInColumn(
        [
          { height: 10, middle: 0 },
          { height: 10, middle: 100 },
        ],
        5,
      ),
    ).toEqual([0, 100])
  })
  it('shares the shift when two want the same place', () => {
    expect(
      placeInColumn(
        [
          { height: 10, middle: 0 },
          { height: 20, middle: 0 },
        ],
        5,
      ),
    ).toEqual([-10, 10])
  })
})

const graph = fc.integer({ min: 1, max: 14 }).chain((count) => {
  const id = fc.integer({ min: 0, max: count - 1 }).map(String)
  return fc.record({
    boxes: fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        fc.integer({ min: 40, max: 200 }).map((height): Box => ({ id: String(index), width: 200, height })),
      ),
    ),
    links: fc.array(fc.record({ from: id, to: id }), { maxLength: 30 }),
  })
})

describe('tidying a graph', () => {
  it('keeps a chain on one line, left to right', () => {
    const places = tidyPositions(boxes('abc'), links('ab', 'bc'))
    expect([places.a?.y, places.b?.y, places.c?.y]).toEqual([places.a?.y, places.a?.y, places.a?.y])
    expect([places.a?.x, places.b?.x, places.c?.x]).toEqual([0, 296, 592])
  })
  it('never lets two nodes overlap and places every node, loops included', () => {
    fc.assert(
      fc.property(graph, ({ boxes: all, links: some }) => {
        const places = tidyPositions(all, some)
        for (const [index, one] of all.entries()) {
          const at = places[one.id]
          expect(at).toBeDefined()
          for (const other of all.slice(index + 1)) {
            const there = places[other.id]
            if (!at || !there || at.x !== there.x) continue
            const apart = at.y < there.y ? there.y - at.y - one.height : at.y - there.y - other.height
            expect(apart).toBeGreaterThan(0)
          }
        }
      }),
      { numRuns: 200 },
    )
  })
  it('leads every edge of a graph without loops to the right', () => {
    fc.assert(
      fc.property(graph, ({ boxes: all, links: some }) => {
        const forward = some.filter(({ from, to }) => Number(from) < Number(to))
        const places = tidyPositions(all, forward)
        for (const { from, to } of forward) expect(places[from]?.x).toBeLessThan(places[to]?.x ?? 0)
      }),
      { numRuns: 200 },
    )
  })
})

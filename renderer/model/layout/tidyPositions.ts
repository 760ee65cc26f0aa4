import { columnsOf } from './columnsOf.ts'
import { orderColumns } from './orderColumns.ts'
import { placeInColumn } from './placeInColumn.ts'
import { forwardLinks, type Link, rankNodes } from './rankNodes.ts'

/** A node to lay out; its size in canvas units. */
export interface Box {
  readonly id: string
  readonly width: number
  readonly height: number
}
export interface Point {
  readonly x: number
  readonly y: number
}

const columnGap = 96
const rowGap = 40
const rounds = 12
const grid = 8
const snapped = (value: number) => Math.round(value / grid) * grid

const besides = (links: readonly Link[]) => {
  const before = new Map<string, string[]>()
  const after = new Map<string, string[]>()
  const add = (map: Map<string, string[]>, key: string, value: string) => {
    const known = map.get(key)
    if (known) known.push(value)
    else map.set(key, [value])
  }
  for (const { from, to } of links) {
    add(before, to, from)
    add(after, from, to)
  }
  return { before, after }
}

/** Middles of every box and stand-in: pulled towards what feeds them and what they feed until it settles. */
const settle = (
  columns: readonly (readonly string[])[],
  links: readonly Link[],
  heightOf: (id: string) => number,
): ReadonlyMap<string, number> => {
  const { before, after } = besides(links)
  const middles = new Map<string, number>()
  const place = (column: readonly string[], near: (id: string) => readonly string[]) => {
    const wishes = column.map((id) => {
      const known = near(id).flatMap((other) => middles.get(other) ?? [])
      const middle = known.length
        ? known.reduce((sum, at) => sum + at, 0) / known.length
        : (middles.get(id) ?? 0)
      return { height: heightOf(id), middle }
    })
    for (const [index, middle] of placeInColumn(wishes, rowGap).entries()) {
      const id = column[index]
      if (id !== undefined) middles.set(id, middle)
    }
  }
  for (let round = 0; round < rounds; round++) {
    for (const column of columns) place(column, (id) => before.get(id) ?? [])
    for (const column of columns.toReversed()) place(column, (id) => after.get(id) ?? [])
  }
  for (const column of columns) place(column, (id) => [...(before.get(id) ?? []), ...(after.get(id) ?? [])])
  return middles
}

/** Top left corners for a graph in columns from left to right, few edges crossing, no two boxes overlapping, on the grid. */
export const tidyPositions = (
  boxes: readonly Box[],
  links: readonly Link[],
): Readonly<Record<string, Point>> => {
  const ids = boxes.map(({ id }) => id)
  const forward = forwardLinks(ids, links)
  const ordered = orderColumns(columnsOf(rankNodes(ids, forward), forward))
  const byId = new Map(boxes.map((box) => [box.id, box]))
  const middles = settle(ordered.columns, ordered.links, (id) => byId.get(id)?.height ?? 0)
  const result: Record<string, Point> = {}
  let x = 0
  for (const column of ordered.columns) {
    const real = column.flatMap((id) => byId.get(id) ?? [])
    for (const { id, height } of real) result[id] = { x, y: snapped((middles.get(id) ?? 0) - height / 2) }
    x += Math.max(0, ...real.map(({ width }) => width)) + columnGap
  }
  return result
}

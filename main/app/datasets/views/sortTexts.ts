import { sortByKeys } from './sortByKeys.ts'

const fewForCompare = 24
const unitsPerKey = 3

/**
 * Puts items in the order of their texts by code unit (`texts[item]`); equal texts keep their order. Looks at three
 * letters at a time, past those that a group of texts shares, which is many times faster than comparing. Yields
 * whenever other work may run.
 */
export function* sortTexts(texts: readonly string[], items: Int32Array): Generator<undefined, Int32Array> {
  const sorted = items.slice()
  const groups: { from: number; to: number; skip: number }[] = [{ from: 0, to: sorted.length, skip: 0 }]
  let worked = 0
  for (;;) {
    const group = groups.pop()
    if (!group) return sorted
    const part = sorted.subarray(group.from, group.to)
    if (part.length <= fewForCompare) {
      part.sort((one, other) => compare(texts[one] as string, texts[other] as string) || one - other)
      continue
    }
    worked += part.length
    if (worked > 100_000) {
      worked = 0
      yield
    }
    const skip = sharedLength(texts, part, group.skip)
    // All the same to the end: nothing is left to put in order.
    if (skip === Number.POSITIVE_INFINITY) continue
    const keys = Float64Array.from(part, (item) => keyAt(texts[item] as string, skip))
    const places = Int32Array.from(part, (_, place) => place)
    const steps = sortByKeys(keys, places, false)
    let step = steps.next()
    for (; !step.done; step = steps.next()) if (part.length > 100_000) yield
    const order = step.value
    const before = part.slice()
    for (const [at, place] of order.entries()) part[at] = before[place] as number
    for (let from = 0; from < order.length; ) {
      const key = keys[order[from] as number]
      let to = from + 1
      while (to < order.length && keys[order[to] as number] === key) to++
      if (to - from > 1)
        groups.push({ from: group.from + from, to: group.from + to, skip: skip + unitsPerKey })
      from = to
    }
  }
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Three letters as a number; an end before them counts as less than any letter. */
const keyAt = (text: string, at: number): number => {
  let key = 0
  for (let unit = at; unit < at + unitsPerKey; unit++)
    key = key * 65_537 + (unit < text.length ? text.charCodeAt(unit) + 1 : 0)
  return key
}

/** How many letters all texts share that share the first `known`; infinite when they are all equal. */
const sharedLength = (texts: readonly string[], items: Int32Array, known: number): number => {
  const first = texts[items[0] as number] as string
  let shared = first.length
  let isSame = true
  for (const item of items) {
    const text = texts[item] as string
    if (text === first) continue
    isSame = false
    const most = Math.min(shared, text.length)
    let at = Math.min(known, most)
    while (at < most && text.charCodeAt(at) === first.charCodeAt(at)) at++
    shared = at
    if (shared <= known) return shared
  }
  return isSame ? Number.POSITIVE_INFINITY : shared
}

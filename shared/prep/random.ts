import { type xoroshiro128plus, xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'

/** A seeded source of every random choice of a run; the same seed and label give the same numbers everywhere. */
export interface Random {
  /** Uniform in [0, 1), 53 bits, as Math.random. */
  readonly uniform: () => number
  /** Standard normal, by the polar method. */
  readonly normal: () => number
  /** A whole number in [0, limit); `limit` ≤ 2^53. */
  readonly below: (limit: number) => number
  /** Puts the items into random order, in place (Fisher-Yates). */
  readonly shuffle: (items: Uint32Array) => void
  /** All there is to know to go on later from here with `restoreRandom`. */
  readonly state: () => readonly number[]
}

/** Four well-mixed words from a seed and a label: murmur3's finaliser over FNV-1a. */
const stateOf = (seed: number, label: string): number[] => {
  let hash = 0x811c9dc5 ^ seed
  for (let index = 0; index < label.length; index++)
    hash = Math.imul(hash ^ label.charCodeAt(index), 0x01000193)
  return [1, 2, 3, 4].map((word) => {
    let mixed = (hash + Math.imul(word, 0x9e3779b9) + Math.imul(seed, 0x85ebca6b * word)) | 0
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return mixed ^ (mixed >>> 16) || word
  })
}

const over = (generator: ReturnType<typeof xoroshiro128plus>): Random => {
  const uniform = () => {
    const high = generator.next() >>> 5
    return (high * 0x4000000 + (generator.next() >>> 6)) / 2 ** 53
  }
  const below = (limit: number) => Math.floor(uniform() * limit)
  const normal = () => {
    for (;;) {
      const x = 2 * uniform() - 1
      const square = x * x + (2 * uniform() - 1) ** 2
      if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square)
    }
  }
  const shuffle = (items: Uint32Array) => {
    for (let last = items.length - 1; last > 0; last--) {
      const other = below(last + 1)
      const item = items[last] ?? 0
      items[last] = items[other] ?? 0
      items[other] = item
    }
  }
  return { uniform, normal, below, shuffle, state: () => generator.getState() }
}

/** A generator for one purpose of a run: give every purpose its own label, so that one more draw here changes nothing there. */
export const createRandom = (seed: number, label: string): Random =>
  over(xoroshiro128plusFromState(stateOf(seed, label)))

/** The generator whose `state()` this was, to go on from there. */
export const restoreRandom = (state: readonly number[]): Random => over(xoroshiro128plusFromState(state))

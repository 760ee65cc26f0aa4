import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Random numbers for the makers of example data: the same for a seed, for ever. */
export function seededRandom(seed: number) {
  const generator = xoroshiro128plus(seed)
  const uniform = () => (generator.next() >>> 0) / 2 ** 32
  return {
    /** At least 0 and below 1. */
    uniform,
    /** From the standard normal distribution. */
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    /** A whole number from 0 up to, but not, `count`. */
    below: (count: number) => Math.floor(count * uniform()),
    /** One of them. */
    pick: <T>(values: readonly T[]): T => values[Math.floor(values.length * uniform())] as T,
  }
}

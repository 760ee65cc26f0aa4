import { seededRandom } from './random.ts'

const rows = 2000
const clusters = 10
/** How far apart the clusters' middles lie, in standard deviations of a cluster. */
const spread = 0.9

/** The twenty columns of the table. */
export const features = Array.from({ length: 20 }, (_, index) => `x${index + 1}`)

/** Ten overlapping clouds of points in twenty dimensions, and the name of the cloud each point was drawn from. */
export function clustersCsv(seed: number): string {
  const random = seededRandom(seed)
  const middles = Array.from({ length: clusters }, () => features.map(() => spread * random.normal()))
  const lines = [[...features, 'cluster'].join(',')]
  for (let row = 0; row < rows; row++) {
    const cluster = random.below(clusters)
    const point = features.map((_, axis) => ((middles[cluster]?.[axis] ?? 0) + random.normal()).toFixed(3))
    lines.push([...point, `c${cluster}`].join(','))
  }
  return `${lines.join('\n')}\n`
}

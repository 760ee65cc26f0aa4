import { type GraphAnalysis, inferGraph, type NodeAnalysis } from '../infer.ts'
import { indexGraph } from '../graph.ts'
import type { Problem, ProblemCode } from '../problems.ts'
import type { Project } from '../project.ts'

/** What a node that a repair adds still needs from the person: its columns, its target, its edges. */
const leftToPerson: ReadonlySet<ProblemCode> = new Set([
  'inputWithoutColumns',
  'outputWithoutTarget',
  'outputUnused',
  'inputNotConnected',
])

const keyOf = ({ code, values }: Problem) => JSON.stringify([code, values])
const keysOf = (problems: readonly Problem[] = []) => new Set(problems.map(keyOf))

/** Whether something else than its own problems kept a node from being looked into, so that more may show now. */
const isBlind = (node: NodeAnalysis, edges: number): boolean =>
  node.problems.length > 0 || Object.values(node.inputs).flat().length < edges

/**
 * Whether a document is mended: it no longer has the problem, and no other that it didn't have before, save what could not
 * be seen before on nodes behind it and what a new node asks of the person.
 */
export const mends = (
  project: Project,
  analysis: GraphAnalysis,
  id: string | null,
  problem: Problem,
  next: Project,
): boolean => {
  const after = inferGraph(next, analysis)
  const there = id === null ? after.problems : (after.nodes[id]?.problems ?? [])
  if (there.some((one) => one.code === problem.code && (id === null || keyOf(one) === keyOf(problem))))
    return false
  const whole = keysOf(analysis.problems)
  if (after.problems.some((one) => !whole.has(keyOf(one)))) return false
  const { incoming } = indexGraph(project)
  return Object.entries(after.nodes).every(([node, { problems }]) => {
    const before = analysis.nodes[node]
    if (!before) return problems.every(({ code }) => leftToPerson.has(code))
    const known = keysOf(before.problems)
    const fresh = problems.filter((one) => !known.has(keyOf(one)))
    if (fresh.length === 0) return true
    if (node === id) return fresh.every(({ code }) => code === 'outputUnused')
    return isBlind(before, incoming.get(node)?.length ?? 0)
  })
}

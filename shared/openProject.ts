import type { z } from 'zod'
import { nestingOf } from './nestingOf.ts'
import { parseJson } from './parseJson.ts'
import { printJson } from './printJson.ts'
import { ProblemError } from './problems.ts'
import { currentFormat, type Project, projectSchema } from './project.ts'

/** Longest project text that is read, in UTF-16 units. */
const sizeLimit = 64 * 2 ** 20
/** Deepest nesting of objects and lists; a document needs about ten. */
const depthLimit = 64

/** How a document of an older format becomes one of the next: `migrations[n]` takes format n + 1 to n + 2. */
const migrations: readonly ((document: Record<string, unknown>) => Record<string, unknown>)[] = []

const notAProject = (path: string, why: string) => new ProblemError('notAProject', { path, why })

/** Where the first flaw is and what is wrong; of the kinds a node can be, the one that came furthest. */
const firstFlaw = (error: z.ZodError): ProblemError => {
  let issue = error.issues[0]
  const path = [...(issue?.path ?? [])]
  while (issue?.code === 'invalid_union') {
    const branches = issue.errors.map(([first]) => first).filter((first) => first !== undefined)
    const [furthest] = branches.sort((a, b) => b.path.length - a.path.length)
    if (!furthest) break
    path.push(...furthest.path)
    issue = furthest as typeof issue
  }
  return notAProject(path.map(String).join('.'), issue?.message ?? '')
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The document in a project file's text, migrated to the current format. Size and depth are checked before anything
 * walks it. Throws projectTooLarge, projectTooDeep, projectTooNew, or notAProject with the path of the first flaw.
 */
export const parseProject = (text: string): Project => {
  if (text.length > sizeLimit)
    throw new ProblemError('projectTooLarge', { found: text.length, limit: sizeLimit })
  const depth = nestingOf(text)
  if (depth > depthLimit) throw new ProblemError('projectTooDeep', { found: depth, limit: depthLimit })
  const document = parseJson(text.startsWith('\uFEFF') ? text.slice(1) : text, notAProject)
  if (!isRecord(document)) throw notAProject('', 'not an object')
  const { format } = document
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1) {
    throw notAProject('format', 'not a format number')
  }
  if (format > currentFormat) throw new ProblemError('projectTooNew', { found: format, known: currentFormat })
  const migrated = migrations.slice(format - 1).reduce((older, migrate) => migrate(older), document)
  const result = projectSchema.safeParse(migrated)
  if (result.success) return result.data
  throw firstFlaw(result.error)
}

/**
 * A document as the text of its file: known keys first and in the schema's order, short lists and objects on one line,
 * a line feed at the end. Throws notAProject for a document that could not be read again.
 */
export const serializeProject = (project: Project): string => {
  // Parsing puts keys into the schema's order and refuses what a reader would refuse.
  const result = projectSchema.safeParse(project)
  if (!result.success) throw firstFlaw(result.error)
  return `${printJson(result.data, 100)}\n`
}

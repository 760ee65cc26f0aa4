import { type Problem, toProblem } from '../problems.ts'
import type { Project } from '../project.ts'
import { projectFromKeras } from './projectFromKeras.ts'
import { readKerasPython } from './python/readKerasPython.ts'
import { readKerasJson } from './readKerasJson.ts'
import type { Finding, NotRead } from './reading.ts'

/** A document made from code, and everything there is to say about the reading. */
export interface ReadCode {
  readonly project: Project
  readonly findings: readonly Finding[]
  readonly notRead: readonly NotRead[]
}

/** Whether a text could be JSON rather than a program. */
const isJson = (text: string) => /^\uFEFF?\s*(?:[{[]|"\s*\{)/.test(text)

/** A document out of Keras JSON, a TensorFlow.js model.json or a Keras program, whichever the text is; or why there is none. */
export const readKeras = (text: string): ReadCode | { readonly problem: Problem } => {
  try {
    const reading = isJson(text) ? readKerasJson(text) : readKerasPython(text)
    return { ...projectFromKeras(reading), notRead: reading.notRead }
  } catch (error) {
    const problem = toProblem(error)
    if (problem.code === 'internal') throw error
    return { problem }
  }
}

import { type Problem, toProblem } from '../problems.ts'
import { type FromKeras, projectFromKeras } from './projectFromKeras.ts'
import { readKerasPython } from './python/readKerasPython.ts'
import { isJsonText } from './isJsonText.ts'
import { readKerasJson } from './readKerasJson.ts'
import type { NotRead } from './reading.ts'

/** A document made from code, and everything there is to say about the reading. */
export interface ReadCode extends FromKeras {
  readonly notRead: readonly NotRead[]
}

/** A document out of Keras JSON, a TensorFlow.js model.json or a Keras program, whichever the text is; or why there is none. */
export const readKeras = (text: string): ReadCode | { readonly problem: Problem } => {
  try {
    const reading = isJsonText(text) ? readKerasJson(text) : readKerasPython(text)
    return { ...projectFromKeras(reading), notRead: reading.notRead }
  } catch (error) {
    const problem = toProblem(error)
    if (problem.code === 'internal') throw error
    return { problem }
  }
}

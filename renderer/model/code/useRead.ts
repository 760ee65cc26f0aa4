import { useEffect, useState } from 'react'
import { isWeightsFile } from '../../../shared/keras/isWeightsFile.ts'
import { readKeras } from '../../../shared/keras/readKeras.ts'

/** A text, and the file it is from if it is from one. */
export interface CodeSource {
  readonly name: string
  readonly text: string
}
/** What a text turned out to be. */
export type CodeRead = ReturnType<typeof readKeras>

/** Milliseconds without typing before a text is read. */
const pause = 200

const readSource = ({ name, text }: CodeSource): CodeRead | null => {
  if (isWeightsFile(name)) return { problem: { code: 'codeWeightsFile', values: { file: name } } }
  return text.trim() ? readKeras(text) : null
}

/** What is in a text, a moment after it last changed; null while there is none. */
export const useRead = (source: CodeSource): CodeRead | null => {
  const [read, setRead] = useState(() => ({ source, result: readSource(source) }))
  useEffect(() => {
    if (read.source === source) return
    const timer = setTimeout(() => setRead({ source, result: readSource(source) }), pause)
    return () => clearTimeout(timer)
  }, [source, read])
  return read.result
}

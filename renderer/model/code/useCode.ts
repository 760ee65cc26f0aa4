import { useEffect, useState } from 'react'
import type { Project } from '../../../shared/project.ts'
import { type Code } from '../../../shared/keras/code.ts'
import { kerasJson } from '../../../shared/keras/kerasJson.ts'
import { kerasPython } from '../../../shared/keras/kerasPython.ts'
import { analysisOf } from '../../store/analysis.ts'
import { useProject } from '../../store/document.ts'
import type { CodeLanguage } from './codeStore.ts'

const writers = { python: kerasPython, json: kerasJson }
/** Milliseconds without an edit before the code follows: typing and dragging never wait for it. */
const pause = 250

const write = (project: Project, language: CodeLanguage) => writers[language](project, analysisOf(project))

/** The open document as code, a moment after its last edit. */
export const useCode = (language: CodeLanguage): Code => {
  const project = useProject((current) => current)
  const [shown, setShown] = useState(() => ({ language, project, code: write(project, language) }))
  useEffect(() => {
    if (shown.project === project && shown.language === language) return
    const show = () => setShown({ language, project, code: write(project, language) })
    const timer = setTimeout(show, shown.language === language ? pause : 0)
    return () => clearTimeout(timer)
  }, [project, language, shown])
  return shown.code
}

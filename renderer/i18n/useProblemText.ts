import { useCallback } from 'react'
import type { Problem } from '../../shared/problems.ts'
import { problemText } from './problemText.ts'
import { useWords } from './useWords.ts'
import { problemWords } from './problemWords.ts'

/** The sentence for a problem at a node of a type, with parameters and ports by their names in the page's language. */
export const useProblemText = (): ((problem: Problem, type: string) => string) => {
  const { language } = useWords()
  return useCallback((problem, type) => problemText(problemWords(problem, type, language)), [language])
}

import { createStore } from 'zustand/vanilla'

/** The languages the graph is shown in. */
export const languages = ['python', 'json'] as const
export type CodeLanguage = (typeof languages)[number]

interface CodeState {
  readonly language: CodeLanguage
  /** What is in the dialog that takes in code; null while it is closed. */
  readonly importing: string | null
}

/** How code is shown, and what is taken in. */
export const codeStore = createStore<CodeState>(() => ({ language: 'python', importing: null }))

/** Opens the dialog that takes in code, with a text if there is one. */
export const openImport = (text = ''): void => codeStore.setState({ importing: text })
/** Closes it again. */
export const closeImport = (): void => codeStore.setState({ importing: null })

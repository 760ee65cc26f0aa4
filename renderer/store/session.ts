import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { FileHandle, OpenedProject, PickedFile, Preferences } from '../../shared/contract.ts'
import type { Project } from '../../shared/project.ts'
import type { Language } from '../../shared/words.ts'

/** The workspaces, in the order of the work. */
export const workspaces = ['data', 'model', 'train', 'evaluate', 'export'] as const
export type Workspace = (typeof workspaces)[number]
export type Theme = 'system' | 'light' | 'dark'

/** What a dialog needs to open; one is open at a time. */
export type OpenDialog =
  | { readonly kind: 'newFromTable'; readonly file?: File }
  /** For the open project; files that were dropped are added at once. */
  | { readonly kind: 'addSource'; readonly files?: readonly File[] }
  /** A table copied in a spreadsheet: cells divided by tabs. */
  | { readonly kind: 'paste'; readonly text: string }
  | { readonly kind: 'open' }
  | { readonly kind: 'saveAs'; readonly next?: () => void }
  | { readonly kind: 'examples' }
  | { readonly kind: 'palette' }
  /** The file is newer than what is open, or another window may write it. */
  | { readonly kind: 'conflict'; readonly code: 'changedElsewhere' | 'openElsewhere' }
  /** Before something that closes the document. */
  | { readonly kind: 'unsaved'; readonly next: () => void }
  /** Edits from a session that ended without saving. */
  | { readonly kind: 'restore'; readonly opened: OpenedProject; readonly unsaved: Project }
  /** A project that can't be read; its backup, if good, can be opened by this handle. */
  | { readonly kind: 'broken'; readonly text: string; readonly backup?: FileHandle }
  | { readonly kind: 'findSource'; readonly source: string }
  /** The project as one file for others. */
  | { readonly kind: 'pack' }
  | { readonly kind: 'openPack'; readonly file: PickedFile }
  /** Next month's file for a source. */
  | { readonly kind: 'replaceSource'; readonly source: string }
  /** Before a source goes that the model takes columns from. */
  | { readonly kind: 'removeSource'; readonly source: string }

/** What one sitting remembers, but no file does. */
export interface SessionState {
  /** The core has answered and what this tab had open is shown again. */
  readonly isReady: boolean
  readonly workspace: Workspace
  /** Ids of selected nodes. */
  readonly selection: readonly string[]
  readonly host: 'desktop' | 'serve'
  readonly version: string
  readonly language: Language
  readonly theme: Theme
  /** 0.8 to 2. */
  readonly scale: number
  /** Sizes by layout, in rem. */
  readonly panels: Readonly<Record<string, readonly number[]>>
  readonly dialog: OpenDialog | null
}

/** Everything of the sitting: where the user is, what is selected, how it looks. */
export const sessionStore = createStore<SessionState>(() => ({
  isReady: false,
  workspace: 'data',
  selection: [],
  host: 'serve',
  version: '',
  language: 'en',
  theme: 'system',
  scale: 1,
  panels: {},
  dialog: null,
}))

/** A part of the sitting. */
export const useSession = <T>(select: (state: SessionState) => T): T => useStore(sessionStore, select)

/** Goes to a workspace. */
export const showWorkspace = (workspace: Workspace): void => sessionStore.setState({ workspace })

/** Selects these nodes and no others. */
export const selectNodes = (selection: readonly string[]): void => {
  const { selection: before } = sessionStore.getState()
  if (before.length !== selection.length || before.some((id, index) => id !== selection[index]))
    sessionStore.setState({ selection })
}

/** Opens a dialog, or closes the open one with null. */
export const showDialog = (dialog: OpenDialog | null): void => sessionStore.setState({ dialog })

/** The part of the sitting that is kept from one start to the next. */
export const preferencesOf = ({ language, theme, scale, panels }: SessionState): Preferences => ({
  language,
  theme,
  scale,
  panels: Object.fromEntries(Object.entries(panels).map(([id, sizes]) => [id, [...sizes]])),
})

/** Remembers the sizes of a layout. */
export const setPanels = (id: string, sizes: readonly number[]): void =>
  sessionStore.setState(({ panels }) => ({ panels: { ...panels, [id]: sizes } }))

const scales = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const

/** Makes the interface one size larger or smaller, or 100 % again. */
export const stepScale = (direction: 1 | -1 | 0): void =>
  sessionStore.setState(({ scale }) => {
    if (direction === 0) return { scale: 1 }
    const next =
      direction > 0
        ? scales.find((size) => size > scale + 0.001)
        : scales.findLast((size) => size < scale - 0.001)
    return { scale: next ?? scale }
  })

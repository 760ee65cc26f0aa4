import { useState } from 'react'
import { differenceOf, replaceSource } from '../../../shared/edits/replaceSource.ts'
import type { TableDifference } from '../../../shared/compareTables.ts'
import type { Project, Source } from '../../../shared/project.ts'
import type { TableProfile } from '../../../shared/table.ts'
import { client } from '../../client.ts'
import { errorText } from '../../i18n/problemText.ts'
import { currentDocId, currentProject, edit } from '../../store/document.ts'
import { useProfile } from '../../store/table.ts'
import type { ChosenFile } from '../ChooseTable.tsx'
import { useWholeTable } from '../useWholeTable.ts'

/** A file that may take a source's place, read and compared. */
export interface ReadReplacement {
  readonly file: ChosenFile
  readonly profile: TableProfile
  readonly difference: TableDifference
}

const sourceIn = (project: Project, id: string): Source | undefined =>
  project.data.sources.find((source) => source.id === id)

/** Reads a chosen file, compares it with the source's, and puts it in its place in one step. */
export function useReplacement(id: string) {
  const before = useProfile(id)
  const { reading, read, cancel } = useWholeTable()
  const [found, setFound] = useState<ReadReplacement | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const choose = async (file: ChosenFile) => {
    const project = currentProject()
    const source = sourceIn(project, id)
    if (!source) return
    setProblem(null)
    const compared = (profile: TableProfile): ReadReplacement => ({
      file,
      profile,
      difference: differenceOf(project, source, before, profile),
    })
    try {
      // Like the last file first, whatever its encoding; as it looks by itself when that loses columns.
      const { encoding: _, ...dialect } = source.dialect ?? {}
      const alike = await read(file, dialect)
      if (!alike) return
      const first = compared(alike)
      if (first.difference.missing.length === 0) return setFound(first)
      const free = await read(file)
      const second = free && compared(free)
      setFound(second && second.difference.missing.length < first.difference.missing.length ? second : first)
    } catch (error) {
      setProblem(errorText(error))
    }
  }
  const apply = async (encodings: 'keep' | 'refit'): Promise<void> => {
    if (!found) return
    const { file } = await client.addSource(currentDocId(), found.file.handle)
    const { entry } = found.file
    edit((project) =>
      replaceSource(project, id, before, { found: { file, entry }, profile: found.profile, encodings }),
    )
  }
  return { before, reading, cancel, found, problem, choose, apply, again: () => setFound(null) }
}

import { useCallback, useState } from 'react'
import type { TablePreview } from '../../../shared/contract.ts'
import type { Dialect } from '../../../shared/table.ts'
import { client } from '../../client.ts'
import type { ChosenFile } from '../../files/ChooseTable.tsx'
import { errorText } from '../../i18n/problemText.ts'
import { carriedRoles, type ColumnRole, firstRoles } from './roles.ts'

/** A chosen table as far as it is known. */
export interface ChosenTable {
  readonly file: ChosenFile
  /** What the user overruled. */
  readonly dialect: Partial<Dialect>
  readonly preview: TablePreview
}

/** Reads the start of a chosen file, again when its dialect is overruled, and keeps the columns' roles. */
export function useTablePreview() {
  const [table, setTable] = useState<ChosenTable | null>(null)
  const [roles, setRoles] = useState<readonly ColumnRole[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const read = useCallback(async (file: ChosenFile, dialect: Partial<Dialect>) => {
    try {
      const preview = await (file.entry === undefined
        ? client.previewTable(file.handle, dialect)
        : client.previewTable(file.handle, dialect, file.entry))
      setTable({ file, dialect, preview })
      setRoles((before) => (before.length ? carriedRoles(before, preview) : firstRoles(preview)))
      setProblem(null)
    } catch (error) {
      setProblem(errorText(error))
    }
  }, [])
  const clear = () => {
    setTable(null)
    setRoles([])
    setProblem(null)
  }
  return { table, roles, setRoles, problem, setProblem, read, clear }
}

import { useEffect, useRef, useState } from 'react'
import type { Dialect, TableProfile } from '../../shared/table.ts'
import { client } from '../client.ts'
import type { ChosenFile } from './ChooseTable.tsx'

/** How far a file is read; `total` is 0 while it is not known. */
export interface Reading {
  readonly name: string
  readonly bytes: number
  readonly total: number
}

/** Reads a chosen file whole, with progress and cancel. */
export function useWholeTable() {
  const [reading, setReading] = useState<Reading | null>(null)
  const turn = useRef(0)
  /** The file's profile, or null when it was cancelled. Rejects with read problems. */
  const read = async (
    { handle, name, entry }: ChosenFile,
    dialect: Partial<Dialect> = {},
  ): Promise<TableProfile | null> => {
    const own = ++turn.current
    setReading({ name: entry ?? name, bytes: 0, total: 0 })
    try {
      for await (const event of entry === undefined
        ? client.readTable(handle, dialect)
        : client.readTable(handle, dialect, entry)) {
        if (turn.current !== own) return null
        if (event.kind === 'profile') return event.profile
        setReading({ name: entry ?? name, bytes: event.bytes, total: event.total })
      }
      return null
    } finally {
      if (turn.current === own) setReading(null)
    }
  }
  const cancel = () => {
    turn.current++
    setReading(null)
  }
  useEffect(() => () => void turn.current++, [])
  return { reading, read, cancel }
}

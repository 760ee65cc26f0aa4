import { useEffect, useState } from 'react'
import type { JoinCounts } from '../../shared/contract.ts'
import { toProblem } from '../../shared/problems.ts'
import type { Source } from '../../shared/project.ts'
import { client } from '../client.ts'
import { problemText } from '../i18n/problemText.ts'
import { currentDocId, currentProject } from '../store/document.ts'

/** What the key finds, once it is counted. */
export interface CountedJoin {
  /** The sources and the key that were counted. */
  readonly key: string
  readonly counts?: JoinCounts
  readonly problem?: string
}

const keyOf = (source: Source, main: Source) =>
  JSON.stringify([source.id, source.file, source.join, main.id, main.file, source.sha256, main.sha256])

/** Counts how the rows of two sources meet, again whenever the key or a file changes; null while it counts. */
export function useJoinCounts(source: Source, main: Source): CountedJoin | null {
  const [counted, setCounted] = useState<CountedJoin | null>(null)
  const key = keyOf(source, main)
  const { id } = source
  useEffect(() => {
    let isLeft = false
    client.joinCounts(currentDocId(), currentProject(), id).then(
      (counts) => !isLeft && setCounted({ key, counts }),
      (error: unknown) => !isLeft && setCounted({ key, problem: problemText(toProblem(error)) }),
    )
    return () => {
      isLeft = true
    }
  }, [id, key])
  return counted?.key === key ? counted : null
}

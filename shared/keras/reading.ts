import type { Problem } from '../problems.ts'
import type { KerasGraph } from './kerasGraph.ts'

/** Something to know about what was read, and where: the line counted from 1, or null where the text has no lines. */
export interface Finding {
  readonly line: number | null
  readonly problem: Problem
}

/** A statement of a program that has nothing to say about the model. */
export interface NotRead {
  readonly line: number
  readonly text: string
}

/** What a reader made of a text. */
export interface Reading {
  readonly graph: KerasGraph
  readonly findings: readonly Finding[]
  readonly notRead: readonly NotRead[]
  readonly settings: FitSettings
}

/** What `fit` was told and a document keeps. */
export interface FitSettings {
  readonly epochs?: number
  readonly batchSize?: number
}

/** Most calls a model may have, nested models written out. */
export const callLimit = 20_000

/** Any value, shortened for a sentence. */
export const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

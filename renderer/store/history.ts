/** Documents to go back and forward to; immutable documents share their unchanged parts. */
export interface History<Doc> {
  readonly past: readonly Doc[]
  readonly future: readonly Doc[]
}

const limit = 300

/** No steps in either direction. */
export const emptyHistory: History<never> = { past: [], future: [] }

/** The history after an edit of `before`. */
export const recorded = <Doc>({ past }: History<Doc>, before: Doc): History<Doc> => ({
  past: [...past, before].slice(-limit),
  future: [],
})

/** One step back or forward from `now`, or null when there is none. */
export const stepped = <Doc>(
  { past, future }: History<Doc>,
  now: Doc,
  direction: 'back' | 'forward',
): { readonly doc: Doc; readonly history: History<Doc> } | null => {
  if (direction === 'back') {
    const doc = past.at(-1)
    return doc === undefined ? null : { doc, history: { past: past.slice(0, -1), future: [now, ...future] } }
  }
  const [doc, ...rest] = future
  return doc === undefined ? null : { doc, history: { past: [...past, now], future: rest } }
}

/** A list made `length` long: filled with 0 on one side when short, cut on that side when long. */
export const pad = (values: readonly number[], length: number, side: 'before' | 'after'): Float64Array => {
  const kept = side === 'before' ? values.slice(-length) : values.slice(0, length)
  const padded = new Float64Array(length)
  padded.set(kept, side === 'before' ? length - kept.length : 0)
  return padded
}

/** How the rows of other parts repeat those that train. */
export interface Repeated {
  /** Rows of the other parts that the training part has too. */
  readonly rows: number
  /** Different rows in the training part. */
  readonly distinct: number
}

/** Counts by hashes, see `RowHashes`. */
export const countRepeated = (train: BigUint64Array, others: BigUint64Array): Repeated => {
  const sorted = train.toSorted()
  const other = others.toSorted()
  let [rows, distinct, at] = [0, 0, 0]
  for (let index = 0; index < sorted.length; index++)
    if (index === 0 || sorted[index] !== sorted[index - 1]) distinct++
  for (const hash of other) {
    while (at < sorted.length && (sorted[at] ?? 0n) < hash) at++
    if (sorted[at] === hash) rows++
  }
  return { rows, distinct }
}

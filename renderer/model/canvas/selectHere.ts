import { selectNodes } from '../../store/session.ts'

let latest: readonly string[] = []

/** Selects nodes by the canvas' own hand, where the user sees them already. */
export const selectHere = (ids: readonly string[]): void => {
  latest = ids
  selectNodes(ids)
}

/** Whether a selection was made on the canvas; one made elsewhere is to be brought into view. */
export const isSelectedHere = (ids: readonly string[]): boolean => ids === latest

import { enteringTensors, type KerasCall } from './kerasGraph.ts'

/** From one column to the next, in canvas units. */
export const columnWidth = 296
/** From one row to the next, in canvas units. */
export const rowHeight = 160

/** Places from left to right: a call stands one column after the last that feeds it, an input just before the first it feeds. */
export const placeColumns = (
  calls: readonly KerasCall[],
): ReadonlyMap<KerasCall, { readonly x: number; readonly y: number }> => {
  const columns = new Map<KerasCall, number>()
  for (const call of calls) {
    const before = enteringTensors(call).map((tensor) => columns.get(tensor.call) ?? 0)
    columns.set(
      call,
      before.reduce((last, column) => Math.max(last, column + 1), 0),
    )
  }
  const sources = new Map(calls.flatMap((call) => (enteringTensors(call).length ? [] : [[call, Infinity]])))
  for (const call of calls)
    for (const tensor of enteringTensors(call)) {
      const column = sources.get(tensor.call)
      if (column !== undefined) sources.set(tensor.call, Math.min(column, (columns.get(call) ?? 1) - 1))
    }
  for (const [call, column] of sources) if (Number.isFinite(column)) columns.set(call, column)
  const heights = new Map<number, number>()
  for (const column of columns.values()) heights.set(column, (heights.get(column) ?? 0) + 1)
  const filled = new Map<number, number>()
  const places = new Map<KerasCall, { x: number; y: number }>()
  for (const [call, column] of columns) {
    const row = filled.get(column) ?? 0
    filled.set(column, row + 1)
    places.set(call, { x: column * columnWidth, y: (row - ((heights.get(column) ?? 1) - 1) / 2) * rowHeight })
  }
  return places
}

/** A graph with more nodes than this has only what is in view in the page, and from afar is drawn on one canvas. */
export const manyNodes = 100

/** Labels of cards can't be read from farther away than this. */
const farZoom = 0.24
/** Come this near, cards are cards again: a little nearer, so that nothing flickers at the border. */
const nearZoom = 0.27

/** Whether a graph is drawn on one canvas at a zoom, given whether it was before. */
export const isOverviewAt = (zoom: number, nodes: number, wasOverview: boolean): boolean =>
  nodes > manyNodes && zoom < (wasOverview ? nearZoom : farZoom)

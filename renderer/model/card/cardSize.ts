/** How many ports a card has on each side. */
interface Sides {
  readonly inputs: readonly unknown[]
  readonly outputs: readonly unknown[]
}

/** Width of every card, in canvas units. */
export const cardWidth = 200
const head = 46
const telling = 22
const row = 20
const foot = 27
const padding = 6
/** Above the head. */
const border = 1

/** Ports get a named row each as soon as a side has several of them. */
export const hasPortRows = ({ inputs, outputs }: Sides): boolean => inputs.length > 1 || outputs.length > 1

/** How far down the ports of each side are, in canvas units. */
export const portHeights = (card: Sides): { ins: number[]; outs: number[] } => {
  const middle = cardSize(card).height / 2
  const down = (_: unknown, index: number) =>
    hasPortRows(card) ? border + head + telling + row * (index + 0.5) : middle
  return { ins: card.inputs.map(down), outs: card.outputs.map(down) }
}

/** Size of a card in canvas units: known before it is drawn, so that layout and minimap need no measuring. */
export const cardSize = (card: Sides): { width: number; height: number } => {
  const rows = hasPortRows(card) ? Math.max(card.inputs.length, card.outputs.length) : 0
  return { width: cardWidth, height: head + telling + foot + (rows ? rows * row + padding : 0) }
}

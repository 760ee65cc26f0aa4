import type { NodeCard } from './nodeCard.ts'
import { cardWidth, portHeights } from './cardSize.ts'

/** Where a port's mark is on its card. */
export interface PortPlace {
  readonly name: string
  readonly side: 'input' | 'output'
  /** Middle of the mark from the card's upper left corner, in canvas units. */
  readonly x: number
  readonly y: number
}

/** Width and height of a mark: edges end at its outer side. */
export const portSize = 10

/** Widths of a card's border, on which the marks sit. */
const leftBorder = 3
const rightBorder = 1

/** Where every port of a card is, known before it is drawn. */
export const portPlaces = (card: Pick<NodeCard, 'inputs' | 'outputs'>): readonly PortPlace[] => {
  const { ins, outs } = portHeights(card)
  return [
    ...card.inputs.map(({ name }, index) => ({
      name,
      side: 'input' as const,
      x: leftBorder,
      y: ins[index] ?? 0,
    })),
    ...card.outputs.map(({ name }, index) => ({
      name,
      side: 'output' as const,
      x: cardWidth - rightBorder,
      y: outs[index] ?? 0,
    })),
  ]
}

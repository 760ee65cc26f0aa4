import { type NodeHandle, Position } from '@xyflow/react'
import type { NodeCard } from '../card/nodeCard.ts'
import { portPlaces, portSize } from '../card/portPlaces.ts'

/** Where edges meet a card, told to React Flow: it then need not draw every card once to find out. */
export const cardHandles = (card: NodeCard): NodeHandle[] =>
  portPlaces(card).map(({ name, side, x, y }) => ({
    id: name,
    type: side === 'input' ? 'target' : 'source',
    position: side === 'input' ? Position.Left : Position.Right,
    x: x - portSize / 2,
    y: y - portSize / 2,
    width: portSize,
    height: portSize,
  }))

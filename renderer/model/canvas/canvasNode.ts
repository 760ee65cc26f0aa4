import type { Node } from '@xyflow/react'
import { cardSize } from '../card/cardSize.ts'
import type { NodeCard } from '../card/nodeCard.ts'
import type { NoteNode } from '../notes/noteNodes.ts'

/** The document's node as React Flow holds it. `language` is the one that its accessible name is in. */
export type CardNode = Node<{ readonly card: NodeCard; readonly language: string }, 'layer'>

/** Everything that stands on the canvas. */
export type CanvasNode = CardNode | NoteNode

/** Whether it is the document's node, not a note. */
export const isCard = (node: CanvasNode): node is CardNode => node.type === 'layer'

/** Its size in canvas units, known before it is drawn. */
export const canvasSize = (node: CanvasNode): { readonly width: number; readonly height: number } =>
  isCard(node) ? cardSize(node.data.card) : { width: node.width ?? 0, height: node.height ?? 0 }

/** The new array, or the old one when it holds the very same objects. */
export const keepArray = <T>(previous: T[], next: T[]): T[] =>
  next.length === previous.length && next.every((item, index) => item === previous[index]) ? previous : next

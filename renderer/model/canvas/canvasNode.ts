import type { Node } from '@xyflow/react'
import { cardSize } from '../card/cardSize.ts'
import type { NodeCard } from '../card/nodeCard.ts'
import type { NoteNode } from '../notes/noteNodes.ts'

type Data = { readonly card: NodeCard; readonly language: string }

/** The document's node, or a group drawn as a block, as React Flow holds it. `language` is the one that its accessible name is in. */
export type CardNode = Node<Data, 'layer' | 'block'>

/** A group drawn as a frame around what is in it. */
export type FrameNode = Node<Data, 'frame'>

/** Everything that stands on the canvas. */
export type CanvasNode = CardNode | FrameNode | NoteNode

/** Whether it is a card that edges may end at: a node or a block. */
export const isCard = (node: CanvasNode): node is CardNode => node.type === 'layer' || node.type === 'block'

/** Whether it is a frame. */
export const isFrame = (node: CanvasNode): node is FrameNode => node.type === 'frame'

/** Whether it is a note. */
export const isNote = (node: CanvasNode): node is NoteNode => node.type === 'note'

/** Its size in canvas units, known before it is drawn. */
export const canvasSize = (node: CanvasNode): { readonly width: number; readonly height: number } =>
  isCard(node) ? cardSize(node.data.card) : { width: node.width ?? 0, height: node.height ?? 0 }

/** The new array, or the old one when it holds the very same objects. */
export const keepArray = <T>(previous: T[], next: T[]): T[] =>
  next.length === previous.length && next.every((item, index) => item === previous[index]) ? previous : next

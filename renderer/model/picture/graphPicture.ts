import type { CanvasEdge } from '../canvas/canvasEdges.ts'
import type { WantedNode } from '../canvas/reconcileNodes.ts'
import { type Curve, curveMiddle, edgeCurve } from '../card/edgeCurve.ts'
import { portPlaces } from '../card/portPlaces.ts'
import type { Rect } from '../edits/freePlace.ts'
import { cardPicture, type PictureStyle } from './cardPicture.ts'
import { partRect, type PictureNote, type PictureParts } from './pictureParts.ts'
import { element, fitText, textWidth, xml } from './svgText.ts'

/** A picture and its size in pixels at 100 %. */
export interface Picture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

const fonts = "'Pretendard Variable', Pretendard, 'Noto Sans KR', system-ui, sans-serif"
const mono = "'JetBrains Mono', 'JetBrains Mono Variable', monospace"
const border = 32
const monoWidth = (text: string, size: number) => text.length * 0.6 * size

type Cards = ReadonlyMap<string, WantedNode>

/** Where an edge meets a card, if both are in the picture. */
const end = (cards: Cards, id: string, side: 'input' | 'output', port: string) => {
  const part = cards.get(id)
  const place = part && portPlaces(part.card).find((one) => one.side === side && one.name === port)
  return part && place ? { x: part.x + place.x, y: part.y + place.y } : null
}

const curveOf = (edge: CanvasEdge, cards: Cards): Curve | null => {
  const start = end(cards, edge.source, 'output', edge.sourceHandle ?? '')
  const stop = end(cards, edge.target, 'input', edge.targetHandle ?? '')
  return start && stop && edgeCurve(start, stop)
}

const edgePicture = (edge: CanvasEdge, cards: Cards, { colours }: PictureStyle): readonly string[] => {
  const curve = curveOf(edge, cards)
  if (!curve) return []
  const { from, first, second, to } = curve
  const path = element('path', {
    d: `M${from.x} ${from.y}C${first.x} ${first.y} ${second.x} ${second.y} ${to.x} ${to.y}`,
    fill: 'none',
    stroke: edge.data?.isInvalid ? colours['danger-mark'] : colours['line-control'],
    'stroke-width': 1.5,
    'data-edge': edge.id,
  })
  return [path]
}

/** The shape of an edge's tensor on its middle, smaller where two cards leave little room. */
const pillPicture = (edge: CanvasEdge, cards: Cards, { colours }: PictureStyle): readonly string[] => {
  const curve = curveOf(edge, cards)
  const shape = edge.data && !edge.data.isQuiet ? edge.data.shape : null
  if (!curve || shape === null) return []
  const { x, y } = curveMiddle(curve)
  const room = curve.to.x - curve.from.x
  const size = monoWidth(shape, 12) + 14 <= room ? 12 : 10
  const width = monoWidth(shape, size) + size
  const box = { x: x - width / 2, y: y - size * 0.8, width, height: size * 1.6, rx: size * 0.8 }
  const pill = element('rect', { ...box, fill: colours['surface-canvas'], stroke: colours['line'] })
  const words = { x, y: y + size * 0.35, 'font-size': size, 'font-family': mono, 'text-anchor': 'middle' }
  return [pill, element('text', { ...words, fill: colours['text-secondary'] }, xml(shape))]
}

const boxed = (rect: Rect, radius: number, { colours }: PictureStyle) =>
  element('rect', {
    ...rect,
    rx: radius,
    fill: colours['surface-panel'],
    'fill-opacity': 0.5,
    stroke: colours['line-control'],
    'stroke-dasharray': '4 3',
  })

const framePicture = (part: WantedNode, style: PictureStyle): string => {
  const rect = partRect(part)
  const title = fitText(part.card.name, rect.width - 24, 14)
  const words = { x: rect.x + 12, y: rect.y + 23, 'font-size': 14, 'font-weight': 600 }
  return (
    boxed(rect, 12, style) + element('text', { ...words, fill: style.colours['text-secondary'] }, xml(title))
  )
}

/** A note's words, broken into lines that have room. */
const noteLines = (text: string, width: number): readonly string[] =>
  text.split('\n').flatMap((paragraph) => {
    const lines: string[] = ['']
    for (const word of paragraph.split(' ')) {
      const last = lines.at(-1) ?? ''
      const longer = last ? `${last} ${word}` : word
      if (last && textWidth(longer, 14) > width) lines.push(word)
      else lines[lines.length - 1] = longer
    }
    return lines.map((one) => fitText(one, width, 14))
  })

const notePicture = (note: PictureNote, style: PictureStyle): string => {
  const { text, ...rect } = note
  const lines = noteLines(text, rect.width - 20).slice(0, Math.max(1, Math.floor((rect.height - 12) / 20)))
  const words = lines.map((one, index) =>
    element(
      'text',
      { x: rect.x + 10, y: rect.y + 22 + 20 * index, 'font-size': 14, fill: style.colours['text-secondary'] },
      xml(one),
    ),
  )
  return `<g><title>${xml(text)}</title>${boxed(rect, 8, style)}${words.join('')}</g>`
}

const around = (rects: readonly Rect[]): Rect => {
  const x = Math.min(...rects.map((rect) => rect.x)) - border
  const y = Math.min(...rects.map((rect) => rect.y)) - border
  const right = Math.max(...rects.map((rect) => rect.x + rect.width)) + border
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height)) + border
  return { x, y, width: right - x, height: bottom - y }
}

/** The graph as one SVG that needs nothing else; null when there is nothing to draw. */
export const graphPicture = (
  { frames, cards, edges, notes }: PictureParts,
  words: { readonly title: string; readonly description: string },
  style: PictureStyle,
): Picture | null => {
  const rects = [...frames, ...cards].map(partRect)
  if (rects.length + notes.length === 0) return null
  const { x, y, width, height } = around([...rects, ...notes])
  const known: Cards = new Map(cards.map((card) => [card.id, card]))
  const content = [
    `<title>${xml(words.title)}</title><desc>${xml(words.description)}</desc>`,
    element('rect', { x, y, width, height, fill: style.colours['surface-canvas'] }),
    ...frames.map((frame) => framePicture(frame, style)),
    ...notes.map((note) => notePicture(note, style)),
    ...edges.flatMap((edge) => edgePicture(edge, known, style)),
    ...cards.map((card) => cardPicture(card, style)),
    ...edges.flatMap((edge) => pillPicture(edge, known, style)),
  ]
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    role: 'img',
    width,
    height,
    viewBox: [x, y, width, height].join(' '),
    'font-family': fonts,
    lang: style.language,
  }
  return { svg: `${element('svg', attributes, content.join('\n'))}\n`, width, height }
}

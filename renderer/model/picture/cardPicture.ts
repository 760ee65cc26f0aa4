import type { TFunction } from 'i18next'
import { shapeText } from '../../../shared/layers/shapes.ts'
import type { Language } from '../../../shared/words.ts'
import type { WantedNode } from '../canvas/reconcileNodes.ts'
import { cardLabel } from '../card/cardLabel.ts'
import { cardSize, hasPortRows } from '../card/cardSize.ts'
import type { NodeCard } from '../card/nodeCard.ts'
import { portPlaces } from '../card/portPlaces.ts'
import { tellingText } from '../card/tellingText.ts'
import type { PictureColours } from './pictureColours.ts'
import { element, fitText, textWidth, xml } from './svgText.ts'

/** How things are said and coloured in a picture. */
export interface PictureStyle {
  readonly colours: PictureColours
  readonly t: TFunction
  readonly language: Language
}

const mono = "'JetBrains Mono', 'JetBrains Mono Variable', monospace"
const margin = 12

const line = (text: string, x: number, y: number, size: number, fill: string, more = {}) =>
  element('text', { x, y, 'font-size': size, fill, ...more }, xml(text))

const hueOf = ({ category }: NodeCard, colours: PictureColours) =>
  category === 'unknown' || category === 'block' ? colours['text-muted'] : colours[`hue-${category}`]

const head = (card: NodeCard, width: number, { colours, t, language }: PictureStyle): readonly string[] => {
  const calls = card.shared ? `×${card.shared.calls}` : ''
  const room = width - 2 * margin - (calls ? textWidth(calls, 11) + 6 : 0)
  const telling = tellingText(card.telling, t, language)
  return [
    line(fitText(card.name, room, 14), margin, 20, 14, colours['text'], { 'font-weight': 600 }),
    ...(calls
      ? [line(calls, width - margin, 20, 11, colours['text-secondary'], { 'text-anchor': 'end' })]
      : []),
    line(fitText(card.typeTitle, width - 2 * margin, 12), margin, 37, 12, colours['text-muted']),
    ...(telling
      ? [line(fitText(telling, width - 2 * margin, 13), margin, 60, 13, colours['text-secondary'])]
      : []),
  ]
}

const foot = (card: NodeCard, { width, height }: { width: number; height: number }, style: PictureStyle) => {
  const { colours } = style
  const shape = card.shape ? shapeText(card.shape) : '–'
  const count = card.parameters > 0 ? card.parameters.toLocaleString(style.language) : ''
  const room = width - 2 * margin - textWidth(count, 12) - 8
  return [
    element('line', { x1: 3, x2: width, y1: height - 26, y2: height - 26, stroke: colours['line'] }),
    line(fitText(shape, room, 12), margin, height - 9, 12, colours['text-muted'], { 'font-family': mono }),
    ...(count
      ? [line(count, width - margin, height - 9, 12, colours['text-muted'], { 'text-anchor': 'end' })]
      : []),
  ]
}

const ports = (card: NodeCard, width: number, { colours, language }: PictureStyle): readonly string[] => {
  const hasNames = hasPortRows(card)
  const all = [...card.inputs, ...card.outputs]
  return portPlaces(card).flatMap(({ name, side, x, y }, index) => {
    const port = all[index]
    const mark = element('circle', {
      cx: x,
      cy: y,
      r: 3.5,
      fill: port?.isConnected ? colours['text-muted'] : colours['surface-panel'],
      stroke: port?.isConnected ? colours['text-muted'] : colours['line-control'],
      'stroke-width': 1.5,
    })
    if (!hasNames || !port) return [mark]
    const title = fitText(port.title[language] || name, width / 2 - margin - 4, 12)
    const isInput = side === 'input'
    const at = isInput ? margin : width - margin
    const anchor = isInput ? undefined : 'end'
    return [mark, line(title, at, y + 4, 12, colours['text-secondary'], { 'text-anchor': anchor })]
  })
}

/** One card of the picture, named for those who have it read out. */
export const cardPicture = ({ id, x, y, card }: WantedNode, style: PictureStyle): string => {
  const size = cardSize(card)
  const { width, height } = size
  const { colours } = style
  const hasProblem = card.problems.length > 0
  const box = element('rect', {
    width,
    height,
    rx: 8,
    fill: colours['surface-panel'],
    stroke: hasProblem ? colours['danger-mark'] : colours['line-strong'],
    'stroke-dasharray': card.isBypassed ? '4 3' : undefined,
  })
  const hue = element('path', {
    d: `M8 0H3V${height}H8A8 8 0 0 1 0 ${height - 8}V8A8 8 0 0 1 8 0Z`,
    fill: hueOf(card, colours),
  })
  const content = [
    `<title>${xml(cardLabel(card))}</title>`,
    box,
    hue,
    ...head(card, width, style),
    ...foot(card, size, style),
    ...ports(card, width, style),
  ]
  return element('g', { transform: `translate(${x} ${y})`, 'data-node': id }, content.join(''))
}

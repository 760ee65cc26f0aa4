import { parser } from '@lezer/python'
import { highlightTree, tagHighlighter, tags } from '@lezer/highlight'

/** A piece of a line and the kind of thing it is; null for plain text. */
export interface Piece {
  readonly text: string
  readonly kind: string | null
}

const highlighter = tagHighlighter([
  { tag: tags.keyword, class: 'keyword' },
  { tag: tags.string, class: 'string' },
  { tag: [tags.number, tags.bool, tags.null], class: 'value' },
  { tag: tags.comment, class: 'comment' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], class: 'call' },
])

/** A line of Python or JSON in pieces. JSON's lines are coloured as Python's: texts, numbers and brackets are the same. */
export const highlightLine = (line: string): readonly Piece[] => {
  const pieces: Piece[] = []
  let end = 0
  highlightTree(parser.parse(line), highlighter, (from, to, kind) => {
    if (from > end) pieces.push({ text: line.slice(end, from), kind: null })
    pieces.push({ text: line.slice(from, to), kind })
    end = to
  })
  if (end < line.length) pieces.push({ text: line.slice(end), kind: null })
  return pieces
}

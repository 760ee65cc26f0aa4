import { printColumn } from './print.ts'
import { type Token, tokenize } from './tokenize.ts'

const words = new Set(['and', 'or', 'not'])

const lengthOf = ({ kind, text }: Token) =>
  kind === 'column' ? text.replaceAll(']', ']]').length + 2 : text.length

/** A formula with other names for its columns and everything else as it was written; one that can't be read stays as it is. */
export const renameColumns = (formula: string, named: (column: string) => string): string => {
  let tokens: readonly Token[]
  try {
    tokens = tokenize(formula)
  } catch {
    return formula
  }
  let renamed = ''
  let from = 0
  for (const [index, token] of tokens.entries()) {
    const isCall = tokens[index + 1]?.kind === 'mark' && tokens[index + 1]?.text === '('
    const isColumn =
      token.kind === 'column' || (token.kind === 'name' && !isCall && !words.has(token.text.toLowerCase()))
    const name = isColumn ? named(token.text) : token.text
    if (!isColumn || name === token.text) continue
    renamed += formula.slice(from, token.at) + printColumn(name)
    from = token.at + lengthOf(token)
  }
  return renamed + formula.slice(from)
}

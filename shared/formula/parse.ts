import { ProblemError } from '../problems.ts'
import { type BinaryOperator, binaryPower, type Expression, isComparison, unaryPower } from './expression.ts'
import { argumentLimits, functionName, functions } from './functions.ts'
import { suggest } from './suggest.ts'
import { type Token, tokenize } from './tokenize.ts'

const mostLetters = 10_000
const mostLevels = 100

const words = ['and', 'or', 'not']
const isWord = ({ kind, text }: Token, word: string) => kind === 'name' && text.toLowerCase() === word

const operatorOf = (token: Token): BinaryOperator | null => {
  const text = token.kind === 'name' ? token.text.toLowerCase() : token.kind === 'mark' ? token.text : ''
  return Object.hasOwn(binaryPower, text) ? (text as BinaryOperator) : null
}

const unknownFunction = ({ text: name, at }: Token): ProblemError => {
  const suggestion = suggest(name, functions.keys())
  return suggestion === undefined
    ? new ProblemError('formulaFunctionUnknown', {
        at: at + 1,
        name,
        known: [...functions.keys()].join(', '),
      })
    : new ProblemError('formulaFunctionMisspelt', { at: at + 1, name, suggestion })
}

/** Reads words from left to right, by the strength of operators (Pratt's way). */
class Parser {
  readonly #tokens: readonly Token[]
  #next = 0
  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', text: '', at: 0 }
  }

  #take(): Token {
    const token = this.#peek()
    this.#next++
    return token
  }

  #refuse(code: 'formulaValueNeeded' | 'formulaOperatorNeeded', { kind, text, at }: Token): never {
    if (kind !== 'end') throw new ProblemError(code, { at: at + 1, found: text })
    throw new ProblemError('formulaUnfinished', { at: at + 1 })
  }

  #expect(mark: string): void {
    const { kind, text, at } = this.#peek()
    if (kind === 'mark' && text === mark) this.#next++
    else if (kind === 'end') throw new ProblemError('formulaNotClosed', { at: at + 1, mark })
    else throw new ProblemError('formulaOperatorNeeded', { at: at + 1, found: text })
  }

  #enter(level: number, at: number): number {
    if (level > mostLevels) throw new ProblemError('formulaTooDeep', { at: at + 1, limit: mostLevels })
    return level + 1
  }

  whole(): Expression {
    if (this.#peek().kind === 'end') throw new ProblemError('formulaEmpty')
    const expression = this.#expression(0, 0)
    if (this.#peek().kind !== 'end') this.#refuse('formulaOperatorNeeded', this.#peek())
    return expression
  }

  /** Everything from here on whose operators bind more tightly than `power`. */
  #expression(power: number, above: number): Expression {
    const level = this.#enter(above, this.#peek().at)
    let left = this.#prefix(level)
    for (;;) {
      const token = this.#peek()
      const operator = operatorOf(token)
      if (!operator) return left
      const own = binaryPower[operator]
      if (own <= power) return left
      if (isComparison(operator) && this.#isOpenComparison(left))
        throw new ProblemError('formulaChain', { at: token.at + 1 })
      this.#next++
      // Powers are taken from the right: 2 ^ 3 ^ 2 is 2 ^ 9.
      const right = this.#expression(operator === '^' ? own - 1 : own, level)
      left = { kind: 'binary', operator, left, right, at: left.at }
    }
  }

  /** Expressions that stand in brackets of their own. */
  readonly #bracketed = new WeakSet<Expression>()
  #isOpenComparison(left: Expression): boolean {
    return left.kind === 'binary' && isComparison(left.operator) && !this.#bracketed.has(left)
  }

  #prefix(level: number): Expression {
    const token = this.#take()
    const { kind, text, at } = token
    if (kind === 'number' && Number.isFinite(Number(text))) return { kind, value: Number(text), at }
    if (kind === 'text' || kind === 'column')
      return kind === 'text' ? { kind, value: text, at } : { kind, name: text, at }
    if (kind === 'mark' && text === '-')
      return { kind: 'unary', operator: '-', of: this.#expression(unaryPower['-'] - 1, level), at }
    if (isWord(token, 'not'))
      return { kind: 'unary', operator: 'not', of: this.#expression(unaryPower.not - 1, level), at }
    if (kind === 'mark' && text === '(') {
      const inside = this.#expression(0, level)
      this.#expect(')')
      this.#bracketed.add(inside)
      return inside
    }
    if (kind !== 'name' || words.includes(text.toLowerCase()))
      return this.#refuse('formulaValueNeeded', token)
    return this.#peek().kind === 'mark' && this.#peek().text === '('
      ? this.#call(token, level)
      : { kind: 'column', name: text, at }
  }

  #call(token: Token, level: number): Expression {
    const name = functionName(token.text)
    const found = name === undefined ? undefined : functions.get(name)
    if (name === undefined || !found) throw unknownFunction(token)
    this.#expect('(')
    const args: Expression[] = []
    const isNext = (mark: string) => this.#peek().kind === 'mark' && this.#peek().text === mark
    if (!isNext(')')) {
      args.push(this.#expression(0, level))
      while (isNext(',')) {
        this.#next++
        args.push(this.#expression(0, level))
      }
    }
    this.#expect(')')
    const { fewest, most } = argumentLimits(found)
    if (args.length < fewest || args.length > most)
      throw new ProblemError('formulaArguments', {
        at: token.at + 1,
        name,
        needed: fewest === most ? fewest : most === 100 ? `${fewest}…` : `${fewest}–${most}`,
        found: args.length,
      })
    return { kind: 'call', name, args, at: token.at }
  }
}

/**
 * Reads a formula. Throws `ProblemError` with `at`, the place of the mistake counted from 1, and what was found there.
 * Whether its columns exist and its values fit is found by `checkTypes`.
 */
export const parse = (formula: string): Expression => {
  if (formula.length > mostLetters)
    throw new ProblemError('formulaTooLong', { found: formula.length, limit: mostLetters })
  return new Parser(tokenize(formula)).whole()
}

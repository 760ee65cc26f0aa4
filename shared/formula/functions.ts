import { type DateOrder, parseDate } from '../dates.ts'

/** A value of a formula: missing is NaN for numbers and null for text. Yes and no are 1 and 0. */
type Value = number | string | null
export type ValueType = 'number' | 'text'
/** `same`: of the type that the function gives; `any`: of either. */
type ArgumentType = ValueType | 'same' | 'any'

interface FormulaFunction {
  readonly args: readonly ArgumentType[]
  /** How many arguments may be left out at the end, or that the last one may be repeated. */
  readonly optional?: number
  readonly repeats?: boolean
  readonly gives: ValueType | 'same'
  /** Called with no missing value, unless the function takes missing ones; `order` is that of dates in text. */
  readonly run: (args: readonly (number | string)[], order: DateOrder | undefined) => Value
}

const numeric = (run: (...values: number[]) => number): FormulaFunction['run'] => {
  return (args) => run(...(args as number[]))
}
const one = (run: (value: number) => number): FormulaFunction => ({
  args: ['number'],
  gives: 'number',
  run: numeric(run),
})
const ofDate = (part: (date: Date, time: number) => number): FormulaFunction => ({
  args: ['text'],
  gives: 'number',
  run: ([text], order) => {
    const time = parseDate(String(text), order)
    return Number.isNaN(time) ? Number.NaN : part(new Date(time), time)
  },
})

/** Half goes away from 0; decimals are counted in the number as it is written. */
const round = (value: number, digits = 0): number => {
  const [mantissa = '', exponent = '0'] = String(Math.abs(value)).split('e')
  const scaled = Math.round(Number(`${mantissa}e${Number(exponent) + digits}`))
  const [whole = '', more = '0'] = String(scaled).split('e')
  return Math.sign(value) * Number(`${whole}e${Number(more) - digits}`)
}

const dayLength = 86_400_000

const catalogue = {
  if: { args: ['number', 'same', 'same'], gives: 'same', run: () => null },
  isMissing: { args: ['any'], gives: 'number', run: () => 0 },
  abs: one(Math.abs),
  sqrt: one(Math.sqrt),
  exp: one(Math.exp),
  log: one(Math.log),
  log10: one(Math.log10),
  log1p: one(Math.log1p),
  floor: one(Math.floor),
  ceil: one(Math.ceil),
  round: { args: ['number', 'number'], optional: 1, gives: 'number', run: numeric(round) },
  min: { args: ['number'], repeats: true, gives: 'number', run: numeric(Math.min) },
  max: { args: ['number'], repeats: true, gives: 'number', run: numeric(Math.max) },
  length: { args: ['text'], gives: 'number', run: ([text]) => Array.from(String(text)).length },
  lower: { args: ['text'], gives: 'text', run: ([text]) => String(text).toLowerCase() },
  contains: {
    args: ['text', 'text'],
    gives: 'number',
    run: ([text, part]) => (String(text).normalize('NFC').includes(String(part).normalize('NFC')) ? 1 : 0),
  },
  year: ofDate((date) => date.getUTCFullYear()),
  month: ofDate((date) => date.getUTCMonth() + 1),
  day: ofDate((date) => date.getUTCDate()),
  weekday: ofDate((date) => date.getUTCDay() || 7),
  hour: ofDate((date) => date.getUTCHours()),
  minute: ofDate((date) => date.getUTCMinutes()),
  days: ofDate((_, time) => time / dayLength),
} satisfies Record<string, FormulaFunction>

/** The names of what formulas can call. */
export const functionNames = Object.keys(catalogue) as readonly (keyof typeof catalogue)[]

/** What formulas can call, by name. `if` and `isMissing` look at missing values themselves and are not run from here. */
export const functions: ReadonlyMap<string, FormulaFunction> = new Map(
  Object.entries<FormulaFunction>(catalogue),
)

const canonical = new Map([...functions.keys()].map((name) => [name.toLowerCase(), name]))

/** The name of a function however its letters are written. */
export const functionName = (name: string): string | undefined => canonical.get(name.toLowerCase())

/** Functions of a date that stands as text in a column. */
export const readsDates = (name: string): boolean =>
  ['year', 'month', 'day', 'weekday', 'hour', 'minute', 'days'].includes(name)

/** The fewest and most arguments of a function. */
export const argumentLimits = ({ args, optional = 0, repeats = false }: FormulaFunction) => ({
  fewest: args.length - optional,
  most: repeats ? 100 : args.length,
})

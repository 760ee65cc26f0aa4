import type { Problem } from '../../problems.ts'
import { ProblemError } from '../../problems.ts'
import { findKerasClass } from '../kerasClasses.ts'
import { defaultValues, paramValues } from '../../layers/values.ts'
import {
  inputClass,
  type KerasArgument,
  type KerasCall,
  type KerasGroup,
  type KerasLayerEntry,
  type KerasTensor,
} from '../kerasGraph.ts'
import { createNamer } from '../kerasNames.ts'
import { paramsFromKeras } from '../paramsFromKeras.ts'
import { createCounter } from '../readFunctional.ts'
import type { Finding, FitSettings, NotRead } from '../reading.ts'
import type { PythonNode, PythonSource } from './source.ts'
import {
  type Arguments,
  type FunctionValue,
  list,
  type ModelValue,
  type Scope,
  type SequentialValue,
  type Value,
} from './values.ts'

/** Most expressions that are looked at: loops of a program end, readers must. */
const stepLimit = 100_000

/** A model that the program makes, and what it does with it. */
export interface MadeModel {
  readonly value: ModelValue | SequentialValue
  compile: Readonly<Record<string, unknown>> | null
  /** It is part of another model. */
  isPart: boolean
}

/** What is known while a program is read. */
export interface PythonReader {
  readonly source: PythonSource
  readonly findings: Finding[]
  readonly notRead: Map<number, NotRead>
  readonly namer: ReturnType<typeof createNamer>
  readonly models: MadeModel[]
  readonly calls: KerasCall[]
  /** Inputs and models that the program gave no name: the variable they are put into names them. */
  readonly nameless: Set<object>
  readonly called: Set<string>
  settings: FitSettings
  group: KerasGroup | null
  line: number
  depth: number
  readonly step: (count?: number) => void
  readonly count: (calls: number) => void
  readonly evaluate: (node: PythonNode, scope: Scope) => Value
  readonly callFunction: (value: FunctionValue, given: Arguments) => Value
}

/** A reader that has read nothing yet; what its two functions do is given to it. */
export const createReader = (
  source: PythonSource,
  does: {
    readonly evaluate: (reader: PythonReader, node: PythonNode, scope: Scope) => Value
    readonly callFunction: (reader: PythonReader, value: FunctionValue, given: Arguments) => Value
  },
): PythonReader => {
  let steps = 0
  const reader: PythonReader = {
    source,
    findings: [...source.errors],
    notRead: new Map(),
    namer: createNamer(),
    models: [],
    calls: [],
    nameless: new Set(),
    called: new Set(),
    settings: {},
    group: null,
    line: 1,
    depth: 0,
    step: (count = 1) => {
      steps += count
      if (steps > stepLimit) throw new ProblemError('codeTooLarge', { found: steps, limit: stepLimit })
    },
    count: createCounter(),
    evaluate: (node, scope) => does.evaluate(reader, node, scope),
    callFunction: (value, given) => does.callFunction(reader, value, given),
  }
  return reader
}

/** Says something about the line that is read. */
export const find = ({ findings, line }: PythonReader, problem: Problem): void => {
  const isKnown = findings.some(
    (one) => one.line === line && JSON.stringify(one.problem) === JSON.stringify(problem),
  )
  if (!isKnown) findings.push({ line, problem })
}

/** How many tensors a layer puts out. */
const outputsOf = ({ className, config }: KerasLayerEntry): number => {
  const found = findKerasClass(className)
  const read = found && paramsFromKeras(found.definition, className, config)
  if (!found || !read || !('params' in read)) return 1
  const checked = paramValues(found.definition, read.params)
  return found.definition.outputs('values' in checked ? checked.values : defaultValues(found.definition))
    .length
}

/** Calls a layer with tensors: its output, or the list of them. */
export const callLayer = (
  reader: PythonReader,
  layer: KerasLayerEntry,
  args: readonly KerasArgument[],
  kwargs: Readonly<Record<string, KerasArgument>> = {},
): Value => {
  reader.count(1)
  const call: KerasCall = { layer, args, kwargs, group: reader.group }
  reader.calls.push(call)
  const outputs = outputsOf(layer)
  const tensor = (output: number): Value => ({ kind: 'tensor', tensor: { call, output } })
  return outputs === 1 ? tensor(0) : list(Array.from({ length: outputs }, (_, output) => tensor(output)))
}

/** A layer of this class, named as Keras would name it when it is given none. */
export const makeLayer = (
  { namer, line }: PythonReader,
  className: string,
  config: KerasLayerEntry['config'],
  name?: unknown,
): KerasLayerEntry => {
  const found = findKerasClass(className)
  const own = found && className !== inputClass ? found.className : className
  return {
    className,
    config,
    line,
    name: typeof name === 'string' && name ? name.slice(0, 500) : namer.next(own),
  }
}

/** The tensor of a fresh input. */
export const makeInput = (
  reader: PythonReader,
  config: KerasLayerEntry['config'],
  name: unknown,
): KerasTensor => {
  const isNamed = typeof name === 'string' && name !== ''
  const layer = { className: inputClass, config, line: reader.line, name: isNamed ? name : 'input' }
  const call: KerasCall = { layer, args: [], kwargs: {}, group: null }
  if (!isNamed) reader.nameless.add(layer)
  reader.calls.push(call)
  return { call, output: 0 }
}

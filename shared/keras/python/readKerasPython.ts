import { ProblemError } from '../../problems.ts'
import { callOrder } from '../callOrder.ts'
import { enteringTensors, inputClass, type KerasCall, type KerasGraph } from '../kerasGraph.ts'
import type { Reading } from '../reading.ts'
import { callFunction } from './callFunction.ts'
import { evaluate } from './expressions.ts'
import { modelGraph } from './models.ts'
import { createReader, type MadeModel, type PythonReader } from './reader.ts'
import { parsePython } from './source.ts'
import { mainScope, runBody } from './statements.ts'

/** The model a program is about: the one it compiled last, else the largest that is not part of another. */
const chooseModel = (reader: PythonReader): MadeModel | undefined => {
  const { models } = reader
  const compiled = models.findLast(({ compile }) => compile)
  if (compiled) return compiled
  const size = ({ value }: MadeModel) => callOrder(modelGraph(reader, value).outputs).length
  return models
    .filter(({ isPart, value }) => !isPart && (value.kind === 'model' || value.items.length > 0))
    .reduce<MadeModel | undefined>(
      (best, model) => (best && size(best) > size(model) ? best : model),
      undefined,
    )
}

/** Calls without a model around them, such as a part of a listing: what nobody takes is an output. */
const looseGraph = (calls: readonly KerasCall[]): KerasGraph | null => {
  const taken = new Set(calls.flatMap((call) => enteringTensors(call).map((tensor) => tensor.call)))
  const ends = calls.filter((call) => !taken.has(call) && call.layer.className !== inputClass)
  const inputs = calls.filter((call) => call.layer.className === inputClass)
  const tensor = (call: KerasCall) => ({ call, output: 0 })
  return ends.length
    ? { name: '', inputs: inputs.map(tensor), outputs: ends.map(tensor), compile: null }
    : null
}

/** Functions that are never called and need nothing, such as `build_model()` handed to a search: read as if they were. */
const runUncalled = (reader: PythonReader, scope: ReturnType<typeof mainScope>) => {
  for (const value of Array.from(scope.variables.values())) {
    if (value.kind !== 'function' || reader.called.has(value.name)) continue
    if (value.parameters.every(({ initial }) => initial))
      reader.callFunction(value, { places: [], names: new Map() })
  }
}

/**
 * A model out of a Keras program. The program is never run: literal calls of layers are read as data, loops and functions
 * as far as their values are known. Throws codeTooLarge, codeNoModel, and codeSyntax where no model is found beside it.
 */
export const readKerasPython = (text: string): Reading => {
  const reader = createReader(parsePython(text), { evaluate, callFunction })
  const scope = mainScope()
  runBody(reader, reader.source.top, scope)
  if (reader.models.length === 0) runUncalled(reader, scope)
  const made = chooseModel(reader)
  const loose = made ? null : looseGraph(reader.calls)
  const graph = made ? { ...modelGraph(reader, made.value), compile: made.compile } : loose
  if (!graph || callOrder(graph.outputs).length === 0) {
    const [first] = reader.findings
    throw first
      ? new ProblemError(first.problem.code, { ...first.problem.values, line: first.line ?? 0 })
      : new ProblemError('codeNoModel')
  }
  return {
    graph: { ...graph, name: made?.value.given ?? '' },
    findings: reader.findings.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)),
    notRead: [...reader.notRead.values()].toSorted((one, other) => one.line - other.line),
    settings: reader.settings,
  }
}

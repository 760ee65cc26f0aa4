import type { LayerDefinition } from '../layers/define.ts'
import { layerDefinitions } from '../layers/index.ts'
import { defaultValues, type ParamValues } from '../layers/values.ts'

/** A Keras class, as an entry of the catalogue reads it. */
export interface KerasClass {
  readonly className: string
  readonly definition: LayerDefinition
}

/** An entry's values with each option of each of its choices: enough to see every class it can be. */
const choices = ({ params }: LayerDefinition, defaults: ParamValues): readonly ParamValues[] => [
  defaults,
  ...Object.entries(params).flatMap(([name, param]) =>
    param.kind === 'choice' ? param.options.map((option) => ({ ...defaults, [name]: option })) : [],
  ),
]

interface Classes {
  readonly byClass: ReadonlyMap<string, KerasClass>
  readonly byFunction: ReadonlyMap<string, KerasClass>
  readonly byOp: ReadonlyMap<string, KerasClass>
}

const indexClasses = (): Classes => {
  const byClass = new Map<string, KerasClass>()
  const byFunction = new Map<string, KerasClass>()
  const byOp = new Map<string, KerasClass>()
  const entries: readonly LayerDefinition[] = Object.values(layerDefinitions)
  for (const definition of entries) {
    for (const values of choices(definition, defaultValues(definition))) {
      const { className, op } = definition.keras(values)
      const found = { className, definition }
      byClass.set(className, found)
      if (op) byOp.set(op, found)
      else if (definition.category === 'merge') byFunction.set(className.toLowerCase(), found)
    }
  }
  // An entry's own class goes before another's alias.
  for (const definition of entries) {
    for (const className of definition.kerasAliases ?? [])
      if (!byClass.has(className)) byClass.set(className, { className, definition })
  }
  return { byClass, byFunction, byOp }
}

let classes: Classes | undefined
const known = () => (classes ??= indexClasses())

/** How classes were called before: whole words where there are short ones now, or the other way round. */
const todaysName = (className: string): string =>
  className
    .replace(/^CuDNN/, '')
    .replace(/^Deconvolution(\dD)$/, 'Conv$1Transpose')
    .replace('Convolution', 'Conv')
    .replace(/MaxPool(?!ing)/, 'MaxPooling')
    .replace('AvgPool', 'AveragePooling')

/** The entry that reads this Keras class, or undefined for a class the catalogue doesn't know. */
export const findKerasClass = (className: string): KerasClass | undefined =>
  known().byClass.get(className) ?? known().byClass.get(todaysName(className))

/** The merging layer behind a function of `keras.layers`, such as `concatenate`. */
export const findKerasFunction = (name: string): KerasClass | undefined => known().byFunction.get(name)

/** The entry behind a function of `keras.ops`, such as `abs`. */
export const findKerasOp = (name: string): KerasClass | undefined => known().byOp.get(name)

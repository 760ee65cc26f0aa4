import type { Param, ParamKind } from '../../../../shared/layers/define.ts'
import type { Problem } from '../../../../shared/problems.ts'

/** What the control of one parameter kind gets. */
export interface ParamControlProps<K extends ParamKind = ParamKind> {
  readonly param: Extract<Param, { kind: K }>
  readonly label: string
  readonly help: string
  /** What is wrong with the value, in a sentence. */
  readonly problem: string | undefined
  /** Shown in place of a value that several layers don't have in common. */
  readonly placeholder: string | undefined
  /** As the document has it, unchecked; the default when it has none; undefined when several layers differ. */
  readonly value: unknown
  readonly onChange: (value: unknown) => Problem | null
}

/** One parameter in its form. */
export interface ParamEditing {
  readonly name: string
  readonly param: Param
  /** As the document has it; undefined where it has none. */
  readonly given: unknown
  /** Several layers are edited together and differ here; a new value makes them the same. */
  readonly isMixed?: boolean
  /** Undefined brings the default back. */
  readonly onChange: (value: unknown) => Problem | null
}

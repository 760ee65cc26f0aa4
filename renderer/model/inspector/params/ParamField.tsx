import { setParam } from '../../../../shared/edits/setValues.ts'
import type { Param } from '../../../../shared/layers/define.ts'
import { edit } from '../../../store/document.ts'
import { ParamEditor } from './ParamEditor.tsx'

interface ParamFieldProps {
  readonly layerId: string
  readonly name: string
  readonly param: Param
  /** As the document has it; undefined where it has none. */
  readonly given: unknown
}

/** One parameter of a layer of the document. */
export function ParamField({ layerId, name, param, given }: ParamFieldProps) {
  return (
    <ParamEditor
      name={name}
      param={param}
      given={given}
      onChange={(value) => edit((project) => setParam(project, layerId, name, value))}
    />
  )
}

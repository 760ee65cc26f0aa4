import { NumberParam } from './NumberParam.tsx'
import type { ParamControlProps } from './paramControl.ts'

/** A number with a fraction. */
export function FloatParam(props: ParamControlProps<'float'>) {
  return <NumberParam {...props} />
}

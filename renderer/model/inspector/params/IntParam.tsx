import { NumberParam } from './NumberParam.tsx'
import type { ParamControlProps } from './paramControl.ts'

/** A whole number. */
export function IntParam(props: ParamControlProps<'int'>) {
  return <NumberParam {...props} />
}

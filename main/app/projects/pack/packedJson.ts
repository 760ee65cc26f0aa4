import { nestingOf } from '../../../../shared/nestingOf.ts'
import { parseJson } from '../../../../shared/parseJson.ts'
import { damaged } from './damaged.ts'
import { packLimits } from './packFormat.ts'

/** The JSON in a pack's file: its nesting is checked before anything walks it. */
export const packedJson = (name: string, bytes: Buffer): unknown => {
  const text = bytes.toString('utf8')
  if (nestingOf(text) > packLimits.nesting) throw damaged(name, 'nesting')
  return parseJson(text, (_, why) => damaged(name, why))
}

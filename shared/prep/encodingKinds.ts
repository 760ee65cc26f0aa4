import { binary } from './encodings/binary.ts'
import { category } from './encodings/category.ts'
import { classes } from './encodings/classes.ts'
import { date } from './encodings/date.ts'
import type { AnyEncodingKind } from './encodings/define.ts'
import { labels } from './encodings/labels.ts'
import { number } from './encodings/number.ts'
import { sequence } from './encodings/sequence.ts'
import { text } from './encodings/text.ts'

/** Every way an input column becomes numbers. */
export const inputKinds = [number, category, text, date, sequence] as const
/** Every way a target becomes numbers. */
export const targetKinds = [number, binary, classes, labels] as const
/** Every kind once. */
export const encodingKinds = [...inputKinds, binary, classes, labels] as const

const byName: ReadonlyMap<string, AnyEncodingKind> = new Map(encodingKinds.map((kind) => [kind.kind, kind]))

/** The definition of a kind, from the kind of an encoding or of what was fitted. */
export const kindOf = ({ kind }: { readonly kind: string }): AnyEncodingKind => {
  const found = byName.get(kind)
  if (!found) throw new Error(`There is no encoding of the kind ${kind}.`)
  return found
}

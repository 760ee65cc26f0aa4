// The page's sentences are data; the command line says the same words.
// oxlint-disable-next-line no-restricted-imports
import en from '../../renderer/i18n/en.json'
import type { Problem } from '../../shared/problems.ts'
import type { Repair } from '../../shared/repairs/repair.ts'
import type { DataRepair } from '../../shared/survey.ts'

/** A sentence with its values; one that is missing takes the blank before it along. */
const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/( ?)\{\{(\w+)\}\}/g, (_, gap: string, name: string) => {
    const value = String(values[name] ?? '')
    return value === '' ? '' : gap + value
  })

/** What a repair does, in English. */
export const repairSentence = ({ code, values }: Repair): string => filled(en.repairs[code], values)

/** Why a warning of the data matters, in English; empty for what explains itself. */
export const whySentence = (code: string): string => {
  const sentences: Readonly<Record<string, string>> = en.data.survey.why
  return sentences[code] ?? ''
}

/** What mends the data, in English. */
export const dataRepairSentence = (repair: DataRepair): string =>
  filled(en.data.survey.repairs[repair.kind], 'column' in repair ? { column: repair.column } : {})

/** The sentence for a problem, in English: what was needed, what was found, what to do; after the node's name where it has one. */
export function sentenceOf({ code, values = {} }: Problem): string {
  const sentences: Readonly<Record<string, string>> = en.problems
  const sentence = sentences[code] ?? code
  const place = values['node'] !== undefined && !sentence.includes('{{node}}') ? `${values['node']}: ` : ''
  const kinds: Readonly<Record<string, string>> = en.fileKinds
  const kind = code === 'notATable' ? kinds[String(values['kind'])] : undefined
  return place + filled(sentence, kind === undefined ? values : { ...values, kind })
}

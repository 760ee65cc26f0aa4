import { fileKinds } from '../../shared/fileKinds.ts'
import { toProblem, type Problem } from '../../shared/problems.ts'
import { i18n } from './i18n.ts'

/** The sentence for a problem in the page's language: what was needed, what was found, what to do. */
export const problemText = ({ code, values }: Problem): string =>
  i18n.t(`problems.${code}`, { ...values, ...kindWords({ code, values: values ?? {} }) })

/** What a file is that is no table, in words. */
const kindWords = ({ code, values }: Required<Problem>): { readonly kind?: string } => {
  const kind = fileKinds.find((one) => one === values['kind'])
  return code === 'notATable' && kind ? { kind: i18n.t(`fileKinds.${kind}`) } : {}
}

/** The sentence for whatever a call threw. */
export const errorText = (error: unknown): string => problemText(toProblem(error))

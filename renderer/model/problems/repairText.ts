import type { Repair } from '../../../shared/repairs/repair.ts'
import { i18n } from '../../i18n/i18n.ts'
import { readableValues } from '../../i18n/problemWords.ts'
import type { Language } from '../../../shared/words.ts'

/** What a repair at a node of this type does, in the page's language, for its button. */
export const repairText = ({ code, values }: Repair, type: string, language: Language): string =>
  i18n.t(`repairs.${code}`, { ...readableValues(values, type, language) })

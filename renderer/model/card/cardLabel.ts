import { shapeText } from '../../../shared/layers/shapes.ts'
import { formatCount } from '../../i18n/format.ts'
import { i18n } from '../../i18n/i18n.ts'
import type { NodeCard } from './nodeCard.ts'

/** A node in one phrase for assistive technology: “Dense dense_1, output [64], 4,160 parameters”. */
export const cardLabel = ({
  typeTitle,
  name,
  shape,
  parameters,
  shared,
  problems,
  block,
  isBypassed,
}: NodeCard): string => {
  const { t } = i18n
  const parts = [
    `${typeTitle} ${name}`,
    isBypassed && t('model.node.bypassed'),
    shape && t('model.node.output', { shape: shapeText(shape) }),
    parameters > 0 && t('model.node.parameters', { count: parameters, formatted: formatCount(parameters) }),
    shared && t(block ? 'model.groups.calls' : 'model.node.calls', { count: shared.calls }),
    problems.length > 0 && t('model.node.problems', { count: problems.length }),
  ]
  return parts.filter(Boolean).join(', ')
}

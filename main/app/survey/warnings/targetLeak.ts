import type { DataWarning } from '../../../../shared/survey.ts'
import type { Surveyed } from '../surveyed.ts'

const nearlyOne = 0.999
/** Of fewer rows two columns agree by chance. */
const fewestRows = 10

/** Inputs that are the target, or as good as the target, under another name. */
export const targetLeak = ({ inputs, targets, correlations, trainRows }: Surveyed): DataWarning[] =>
  inputs.flatMap(({ source, column, isFlat }) =>
    targets.flatMap((target): DataWarning[] => {
      const isSame = target.source === source && target.column === column
      const found = correlations.find(
        (one) => one.node === target.node && one.source === source && one.column === column,
      )
      const tells = trainRows >= fewestRows && found !== undefined && Math.abs(found.value) > nearlyOne
      if (!isSame && !tells) return []
      return [
        {
          problem: isSame
            ? { code: 'inputIsTarget', values: { column } }
            : {
                code: 'targetLeak',
                values: {
                  column,
                  target: target.column,
                  value: Number(Math.abs(found?.value ?? 1).toFixed(4)),
                },
              },
          at: { source, column },
          repairs: isFlat ? [{ kind: 'removeInput', columns: [{ source, column }] }] : [],
        },
      ]
    }),
  )

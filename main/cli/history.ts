import type { EpochRecord } from '../../shared/run.ts'

/**
 * Epoch records as Keras' history: a list of a value per epoch for `loss`, `<output>_loss` and `<output>_<metric>`, and the
 * same with `val_` before them. A value that an epoch does not have is null.
 */
export function historyOf(
  records: readonly EpochRecord[],
): Readonly<Record<string, readonly (number | null)[]>> {
  const history: Record<string, (number | null)[]> = {}
  for (const [epoch, { train, validation }] of records.entries()) {
    const values = [...namedValues('', train), ...(validation ? namedValues('val_', validation) : [])]
    for (const [name, value] of values) {
      history[name] ??= records.map(() => null)
      history[name][epoch] = value
    }
  }
  return history
}

const namedValues = (prefix: string, { loss, outputs }: EpochRecord['train']): [string, number][] => [
  [`${prefix}loss`, loss],
  ...Object.entries(outputs).flatMap(([output, metrics]) =>
    Object.entries(metrics).map(([metric, value]): [string, number] => [
      `${prefix}${output}_${metric}`,
      value,
    ]),
  ),
]

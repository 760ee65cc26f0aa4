import type { TrainingEvent } from '../../shared/engineContract.ts'
import type { EpochRecord } from '../../shared/run.ts'
import { figure, progressLine, say } from './report.ts'

/** Tells on stderr how a training goes on. */
export function trainProgress(epochs: number): { tell: (event: TrainingEvent) => void; end: () => void } {
  const line = progressLine()
  let last = ''
  const tell = (event: TrainingEvent): void => {
    if (event.kind === 'started') say(startText(event))
    else if (event.kind === 'epoch') {
      last = lossText(event.record)
      line.show(`epoch ${event.record.epoch}/${epochs}  ${last}`)
    } else if (event.kind === 'steps') {
      const step = (event.firstStep % event.stepsPerEpoch) + 1
      const place = `epoch ${event.epoch}/${epochs}  step ${step}/${event.stepsPerEpoch}`
      line.show(
        [place, `${Math.round(event.samplesPerSecond)} rows/s`, ...(last ? [`before: ${last}`] : [])].join(
          '  ',
        ),
      )
    }
  }
  return { tell, end: line.end }
}

const startText = ({ parameters, engine, rows }: Extract<TrainingEvent, { kind: 'started' }>): string =>
  `${parameters.total} parameters on ${engine.id} (${engine.device}); rows: ${rows.train} train, ${rows.validation} validation, ${rows.test} test, ${rows.dropped} dropped`

const lossText = ({ train, validation }: EpochRecord): string =>
  `loss ${figure(train.loss)}${validation ? `, validation ${figure(validation.loss)}` : ''}`

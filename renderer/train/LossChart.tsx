import { type PointerEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { formatFigure } from '../i18n/format.ts'
import { ChartFrame, type ChartSeries } from '../ui/chart/ChartFrame.tsx'
import { ChartSwitches } from '../ui/chart/ChartSwitches.tsx'
import { useRem } from '../ui/useRem.ts'
import { type LossData, type LossLine, lossLines, valueAt, verticalRange } from './lossLines.ts'
import styles from './LossChart.module.css'
import { horizontalTicks, verticalTicks } from './ticks.ts'

interface LossChartProps {
  readonly data: LossData
  /** Where the horizontal axis ends, so that it does not move while the run goes on. */
  readonly plannedEpochs: number
}

const seriesColor = (data: LossData, output: string | null) =>
  output === null ? 'var(--series-total)' : `var(--series-${(data.outputs.indexOf(output) % 8) + 1})`

/** The loss as it falls: the weighted total and every output, train solid, validation dashed. */
export function LossChart({ data, plannedEpochs }: LossChartProps) {
  const { t } = useTranslation()
  const [isLog, setLog] = useState(false)
  const [isSmooth, setSmooth] = useState(false)
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const [pointer, setPointer] = useState<number | null>(null)
  const lines = useMemo(() => lossLines(data, isSmooth), [data, isSmooth])
  const shown = lines.filter(({ id }) => !hidden.has(id))
  const end = Math.max(plannedEpochs, data.epochs.at(-1)?.epoch ?? 1, 1)
  const at = pointer ?? end
  const series = lines.map(
    (line): ChartSeries => ({
      id: line.id,
      label: lineLabel(line, t('train.total'), t(`train.parts.${line.part}`)),
      color: seriesColor(data, line.output),
      isDashed: line.part === 'validation',
    }),
  )
  const values = Object.fromEntries(lines.map((line) => [line.id, valueText(valueAt(line, at))]))
  const toggle = (id: string) => {
    const next = new Set(hidden)
    if (!next.delete(id)) next.add(id)
    setHidden(next)
  }
  return (
    <ChartFrame
      title={t('train.loss')}
      series={series}
      hidden={hidden}
      onToggle={toggle}
      values={values}
      at={t('train.epochNumber', {
        epoch: formatFigure(Math.floor(pointer ?? data.epochs.at(-1)?.epoch ?? 0)),
      })}
      empty={lines.every(({ points }) => points.length === 0) ? t('train.chartEmpty') : undefined}
      controls={
        <ChartSwitches
          logLabel={t('train.logarithmic')}
          isLog={isLog}
          onLog={setLog}
          smoothLabel={t('train.smooth')}
          isSmooth={isSmooth}
          onSmooth={setSmooth}
        />
      }
    >
      <Plot lines={shown} data={data} end={end} isLog={isLog} pointer={pointer} onPointer={setPointer} />
    </ChartFrame>
  )
}

const lineLabel = ({ output }: LossLine, total: string, part: string) => `${output ?? total} · ${part}`
const valueText = (value: number | null) => (value === null ? '' : formatFigure(value))

interface PlotProps {
  readonly lines: readonly LossLine[]
  readonly data: LossData
  readonly end: number
  readonly isLog: boolean
  readonly pointer: number | null
  readonly onPointer: (epoch: number | null) => void
}

/** Room around the plot in rem: the vertical axis at the left, a margin at the right. */
const leftRoom = 3.25
const rightRoom = 0.75

function Plot({ lines, data, end, isLog, pointer, onPointer }: PlotProps) {
  const { t } = useTranslation()
  const rem = useRem()
  const range = verticalRange(lines, isLog)
  const small = { fill: 'var(--text-muted)', fontSize: 0.6875 * rem }
  const axis = { stroke: 'var(--line-strong)', tickLine: false, tick: small }
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const share = (event.clientX - left - leftRoom * rem) / (width - (leftRoom + rightRoom) * rem)
    onPointer(Math.min(1, Math.max(0, share)) * end)
  }
  return (
    <div className={styles['plot']} onPointerMove={point} onPointerLeave={() => onPointer(null)}>
      <ResponsiveContainer width="100%" height="100%">
        <LineChart margin={{ top: 8, right: rightRoom * rem, bottom: 4, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis
            {...axis}
            dataKey="x"
            type="number"
            domain={[0, end]}
            ticks={horizontalTicks(end)}
            height={2.25 * rem}
            label={{ value: t('train.epoch'), position: 'insideBottom', offset: 0, ...small }}
          />
          <YAxis
            {...axis}
            type="number"
            scale={isLog ? 'log' : 'linear'}
            domain={[...range]}
            allowDataOverflow
            width={leftRoom * rem}
            ticks={verticalTicks(range, isLog)}
            interval={0}
            tickFormatter={(value: number) => formatFigure(value)}
          />
          {pointer !== null && <ReferenceLine x={pointer} stroke="var(--line-strong)" />}
          {lines.map((line) => lineElement(line, seriesColor(data, line.output)))}
        </LineChart>
      </ResponsiveContainer>
    </div>
  )
}

const lineElement = ({ id, output, part, points }: LossLine, color: string) => (
  <Line
    key={id}
    data={[...points]}
    dataKey="y"
    name={id}
    type="linear"
    stroke={color}
    strokeWidth={output === null ? 2 : 1.5}
    {...(part === 'validation' ? { strokeDasharray: '5 3' } : {})}
    // Few points are marks of their own; many are a line.
    dot={points.length <= 12 ? { r: 2.5, fill: color, stroke: 'none', strokeDasharray: '' } : false}
    activeDot={false}
    isAnimationActive={false}
  />
)

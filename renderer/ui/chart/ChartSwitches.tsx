import { ToggleButton } from '../buttons/ToggleButton.tsx'

interface ChartSwitchesProps {
  readonly logLabel: string
  readonly isLog: boolean
  readonly onLog: (isLog: boolean) => void
  readonly smoothLabel: string
  readonly isSmooth: boolean
  readonly onSmooth: (isSmooth: boolean) => void
}

/** The switches every line chart has: logarithmic axis, and smoothing. */
export function ChartSwitches(props: ChartSwitchesProps) {
  return (
    <>
      <ToggleButton label={props.logLabel} isSelected={props.isLog} onChange={props.onLog} />
      <ToggleButton label={props.smoothLabel} isSelected={props.isSmooth} onChange={props.onSmooth} />
    </>
  )
}

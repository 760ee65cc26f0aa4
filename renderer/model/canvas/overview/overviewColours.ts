import { tokenColours } from '../../../ui/theme/tokenColours.ts'

const names = [
  'surface-panel',
  'surface-selected',
  'line',
  'line-strong',
  'line-control',
  'text-muted',
  'accent-mark',
  'danger-mark',
  'warn-soft',
  'hue-input',
  'hue-output',
  'hue-core',
  'hue-convolution',
  'hue-recurrent',
  'hue-merge',
  'hue-shape',
  'hue-regularise',
] as const

/** A token that the overview draws with. */
export type OverviewColour = (typeof names)[number]

/** The overview's colours in the page's theme as it is now. */
export const overviewColours = (): Readonly<Record<OverviewColour, string>> => tokenColours(names)

const tokens = [
  'surface-canvas',
  'surface-panel',
  'line',
  'line-strong',
  'line-control',
  'text',
  'text-secondary',
  'text-muted',
  'danger-mark',
  'hue-input',
  'hue-output',
  'hue-core',
  'hue-convolution',
  'hue-recurrent',
  'hue-merge',
  'hue-shape',
  'hue-regularise',
] as const

/** The tokens that a picture is drawn with. */
export const pictureTokens: readonly PictureToken[] = tokens
export type PictureToken = (typeof tokens)[number]

/** Their colours, as any program that reads SVG knows them. */
export type PictureColours = Readonly<Record<PictureToken, string>>

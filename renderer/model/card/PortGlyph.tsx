import styles from './PortGlyph.module.css'

interface PortGlyphProps {
  /** Axes of the port's tensor without the batch; null while unknown. */
  readonly rank: number | null
  readonly isConnected: boolean
  /** Takes any number of edges. */
  readonly many?: boolean
}

const outlines = [
  'M7 4.25a2.75 2.75 0 1 0 0 5.5a2.75 2.75 0 1 0 0-5.5Z',
  'M7 2.75a4.25 4.25 0 1 0 0 8.5a4.25 4.25 0 1 0 0-8.5Z',
  'M3.25 3.25h7.5v7.5h-7.5Z',
  'M7 1.75 12.25 7 7 12.25 1.75 7Z',
  'M4.25 2.25h5.5L12.5 7l-2.75 4.75h-5.5L1.5 7Z',
] as const

/** A port as a mark whose outline tells the rank: dot, disc, square, diamond, hexagon from 0 to 4 axes; filled once connected. */
export function PortGlyph({ rank, isConnected, many }: PortGlyphProps) {
  const outline = outlines[Math.min(rank ?? 1, outlines.length - 1)] ?? outlines[1]
  return (
    <svg
      className={styles['glyph']}
      viewBox="0 0 14 14"
      data-connected={isConnected || undefined}
      data-unknown={rank === null || undefined}
      aria-hidden
    >
      {many && <path className={styles['many']} d="M7 -3.5v21" />}
      <path className={styles['mark']} d={outline} />
    </svg>
  )
}

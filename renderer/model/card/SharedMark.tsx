import { Link2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './SharedMark.module.css'

interface SharedMarkProps {
  readonly calls: number
  /** The layer's place among the shared layers: decides letter and colour. */
  readonly mark: number
  /** What is called: a layer, or the block of tied groups. */
  readonly of?: 'layer' | 'block'
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const colours = 8

/** Ties the calls of a shared layer: the same letter and colour on each, and how many there are. */
export function SharedMark({ calls, mark, of = 'layer' }: SharedMarkProps) {
  const { t } = useTranslation()
  return (
    <span
      className={styles['mark']}
      style={{ color: `var(--series-${(mark % colours) + 1})` }}
      title={
        of === 'layer' ? t('model.node.calls', { count: calls }) : t('model.groups.calls', { count: calls })
      }
    >
      <Link2 aria-hidden />
      {letters[mark % letters.length]}
      <span className={styles['count']}>×{calls}</span>
    </span>
  )
}

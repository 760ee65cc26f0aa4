import { Handle, Position } from '@xyflow/react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../i18n/useWords.ts'
import type { CardPort } from './nodeCard.ts'
import styles from './PortHandle.module.css'
import { PortGlyph } from './PortGlyph.tsx'

interface PortHandleProps {
  readonly port: CardPort
  readonly side: 'input' | 'output'
}

/** Where edges start or end: the mark, with room around it for the pointer. */
export function PortHandle({ port, side }: PortHandleProps) {
  const { t } = useTranslation()
  const { words } = useWords()
  const title = words(port.title)
  return (
    <Handle
      id={port.name}
      type={side === 'input' ? 'target' : 'source'}
      position={side === 'input' ? Position.Left : Position.Right}
      className={styles['handle'] ?? ''}
      role="img"
      aria-label={side === 'input' ? t('model.port.input', { title }) : t('model.port.output', { title })}
      title={title}
    >
      <PortGlyph rank={port.rank} isConnected={port.isConnected} many={port.many} />
    </Handle>
  )
}

import type { NodeProps } from '@xyflow/react'
import { Boxes, Minimize2 } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useDocument } from '../../store/document.ts'
import { canvasStore } from '../canvas/canvasStore.ts'
import type { FrameNode } from '../canvas/canvasNode.ts'
import { SharedMark } from '../card/SharedMark.tsx'
import styles from './GroupFrame.module.css'
import { collapseGroup, selectGroup } from './groupActions.ts'
import { tieKey } from './litTies.ts'

/** An expanded group: a frame around its nodes. Its title moves and selects all of them. */
export const GroupFrame = memo(function GroupFrame({ data: { card } }: NodeProps<FrameNode>) {
  const { t } = useTranslation()
  const { block, name, shared } = card
  const tie = block?.tie ?? null
  const isLit = useStore(canvasStore, ({ litLayers }) => tie !== null && litLayers.has(tieKey(tie)))
  const isReadOnly = useDocument(({ readOnly }) => readOnly)
  if (!block) return null
  return (
    <div className={styles['frame']} data-lit={isLit || undefined}>
      <div className={`group-title ${styles['bar']}`}>
        <button type="button" className={styles['title']} onClick={() => selectGroup(block.group)}>
          <Boxes aria-hidden />
          <span>{name}</span>
        </button>
        {shared && <SharedMark {...shared} of="block" />}
        <button
          type="button"
          className={`nodrag ${styles['tool']}`}
          aria-label={t('model.groups.collapseOne', { title: name })}
          title={t('model.groups.collapse')}
          disabled={isReadOnly}
          onClick={() => collapseGroup(block.group)}
        >
          <Minimize2 aria-hidden />
        </button>
      </div>
    </div>
  )
})

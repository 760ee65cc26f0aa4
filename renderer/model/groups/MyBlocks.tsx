import { Boxes, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { BlockInfo } from '../../../shared/savedBlock.ts'
import { attempt } from '../../files/attempt.ts'
import { useDocument } from '../../store/document.ts'
import { IconButton } from '../../ui/buttons/IconButton.tsx'
import { Menu } from '../../ui/overlay/Menu.tsx'
import { carryEntry } from '../palette/carryEntry.ts'
import palette from '../palette/Palette.module.css'
import { addSavedBlock, deleteSaved } from './blockActions.ts'
import { blocksNamed, blocksStore, blockType, loadBlocks } from './blocksStore.ts'
import styles from './MyBlocks.module.css'
import { RenameBlock } from './RenameBlock.tsx'

/** The user's own blocks in the palette, those with all words of the search; nothing while there are none. */
export function MyBlocks({ search }: { readonly search: string }) {
  const { t } = useTranslation()
  const blocks = useStore(blocksStore, (state) => state.blocks)
  const [renamed, setRenamed] = useState<BlockInfo | null>(null)
  useEffect(() => attempt(loadBlocks), [])
  const found = blocksNamed(blocks, search)
  if (found.length === 0) return null
  return (
    <section className={styles['blocks']} aria-label={t('model.groups.mine')}>
      <h3 className={styles['title']}>{t('model.groups.mine')}</h3>
      {found.map((block) => (
        <BlockLine key={block.id} block={block} onRename={() => setRenamed(block)} />
      ))}
      {renamed && <RenameBlock block={renamed} onClose={() => setRenamed(null)} />}
    </section>
  )
}

function BlockLine({ block, onRename }: { readonly block: BlockInfo; readonly onRename: () => void }) {
  const { t } = useTranslation()
  const { id, title, nodes } = block
  const isReadOnly = useDocument(({ readOnly }) => readOnly)
  const entry = { type: blockType(id), title, category: 'block' } as const
  return (
    <div className={styles['line']}>
      <button
        type="button"
        className={palette['item']}
        data-palette-item
        disabled={isReadOnly}
        aria-label={t('model.palette.add', { title })}
        aria-description={t('model.groups.nodes', { count: nodes })}
        title={t('model.groups.nodes', { count: nodes })}
        // A click by keyboard or assistive technology has no count; one by mouse waits for the second.
        onClick={(event) => event.detail === 0 && addSavedBlock(id)}
        onDoubleClick={() => addSavedBlock(id)}
        onPointerDown={(event) => carryEntry(entry, event)}
      >
        <Boxes aria-hidden />
        <span>{title}</span>
      </button>
      <Menu
        label={t('model.groups.more', { title })}
        trigger={
          <IconButton
            label={t('model.groups.more', { title })}
            icon={<Ellipsis />}
            size="small"
            className={styles['more'] ?? ''}
          />
        }
        placement="bottom end"
        groups={[
          {
            id: 'block',
            items: [
              { id: 'rename', label: t('model.groups.rename'), icon: <Pencil />, run: onRename },
              {
                id: 'delete',
                label: t('model.groups.delete'),
                icon: <Trash2 />,
                isDanger: true,
                run: () => deleteSaved(block),
              },
            ],
          },
        ]}
      />
    </div>
  )
}

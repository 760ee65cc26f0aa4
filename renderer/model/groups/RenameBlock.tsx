import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BlockInfo } from '../../../shared/savedBlock.ts'
import { Button } from '../../ui/buttons/Button.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { Dialog } from '../../ui/overlay/Dialog.tsx'
import { renameSaved } from './blockActions.ts'

interface RenameBlockProps {
  readonly block: BlockInfo
  readonly onClose: () => void
}

/** Asks for another name for a block of the library. */
export function RenameBlock({ block, onClose }: RenameBlockProps) {
  const { t } = useTranslation()
  const [title, setTitle] = useState(block.title)
  const isGood = title.trim().length > 0 && title.trim().length <= 200
  const done = () => {
    if (!isGood) return
    if (title.trim() !== block.title) renameSaved(block, title.trim())
    onClose()
  }
  return (
    <Dialog
      title={t('model.groups.renameTitle')}
      closeLabel={t('app.cancel')}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" isDisabled={!isGood} onPress={done}>
            {t('model.groups.rename')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('model.inspector.name')}
        value={title}
        onChange={setTitle}
        onEnter={done}
        autoFocus
      />
    </Dialog>
  )
}

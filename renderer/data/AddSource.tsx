import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PickedFile } from '../../shared/contract.ts'
import { addSource } from '../../shared/edits/sources.ts'
import { client } from '../client.ts'
import { attempt } from '../files/attempt.ts'
import { ChooseTable } from '../files/ChooseTable.tsx'
import { currentDocId, edit } from '../store/document.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { IconButton } from '../ui/buttons/IconButton.tsx'
import { Dialog } from '../ui/overlay/Dialog.tsx'
import { showSource } from './dataView.ts'

const add = async ({ handle }: PickedFile) => {
  const { file } = await client.addSource(currentDocId(), handle)
  edit((project) => {
    const added = addSource(project, file)
    showSource(added.source)
    return added.project
  })
}

/** Chooses a table and adds it to the open project, without touching its graph. */
export function AddSource({ isSmall = false }: { readonly isSmall?: boolean }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const picked = (file: PickedFile) => {
    setOpen(false)
    attempt(() => add(file))
  }
  return (
    <>
      {isSmall ? (
        <IconButton
          label={t('data.addSource')}
          icon={<Plus aria-hidden />}
          size="small"
          onPress={() => setOpen(true)}
        />
      ) : (
        <Button variant="primary" icon={<Plus aria-hidden />} onPress={() => setOpen(true)}>
          {t('data.addToProject')}
        </Button>
      )}
      {isOpen && (
        <Dialog title={t('data.addSource')} closeLabel={t('app.close')} onClose={() => setOpen(false)}>
          <ChooseTable onPicked={picked} />
        </Dialog>
      )}
    </>
  )
}

import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { showDialog } from '../store/session.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { IconButton } from '../ui/buttons/IconButton.tsx'

const open = () => showDialog({ kind: 'addSource' })

/** Adds a table to the open project, without touching its graph. */
export function AddSource({ isSmall = false }: { readonly isSmall?: boolean }) {
  const { t } = useTranslation()
  return isSmall ? (
    <IconButton label={t('data.addSource')} icon={<Plus aria-hidden />} size="small" onPress={open} />
  ) : (
    <Button variant="primary" icon={<Plus aria-hidden />} onPress={open}>
      {t('data.addToProject')}
    </Button>
  )
}

import { Link2, Maximize2, Minimize2, Save, Ungroup, Unlink2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDocument, useProject } from '../../store/document.ts'
import { Button } from '../../ui/buttons/Button.tsx'
import { saveToLibrary } from './blockActions.ts'
import { collapseGroup, expandGroup, ungroupSelection } from './groupActions.ts'
import styles from './GroupInspector.module.css'
import { shareSelection, unshareSelection } from './shareActions.ts'

interface GroupToolsProps {
  readonly group: string
  readonly isTied: boolean
}

/** What can be done with a group, as buttons. */
export function GroupTools({ group, isTied }: GroupToolsProps) {
  const { t } = useTranslation()
  const isCollapsed = useProject(({ groups }) => Boolean(groups[group]?.collapsed))
  const isReadOnly = useDocument(({ readOnly }) => readOnly)
  const common = { size: 'small', isDisabled: isReadOnly } as const
  return (
    <div className={styles['tools']}>
      {isCollapsed ? (
        <Button {...common} icon={<Maximize2 />} onPress={() => expandGroup(group)}>
          {t('model.groups.expand')}
        </Button>
      ) : (
        <Button {...common} icon={<Minimize2 />} onPress={() => collapseGroup(group)}>
          {t('model.groups.collapseShort')}
        </Button>
      )}
      <Button {...common} icon={<Ungroup />} onPress={ungroupSelection}>
        {t('model.groups.ungroup')}
      </Button>
      <Button {...common} icon={<Link2 />} onPress={shareSelection}>
        {t('model.groups.share')}
      </Button>
      {isTied && (
        <Button {...common} icon={<Unlink2 />} onPress={unshareSelection}>
          {t('model.groups.unshare')}
        </Button>
      )}
      <Button size="small" icon={<Save />} onPress={() => saveToLibrary(group)}>
        {t('model.groups.save')}
      </Button>
    </div>
  )
}

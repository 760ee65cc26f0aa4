import { ChartLine, Database, Network, PackageOpen, Target } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { showWorkspace, useSession, workspaces } from '../store/session.ts'
import { shortcutAria } from '../ui/keys/shortcut.ts'
import styles from './Rail.module.css'

const icons = {
  data: Database,
  model: Network,
  train: ChartLine,
  evaluate: Target,
  export: PackageOpen,
} as const

/** The workspaces, in the order of the work. */
export function Rail() {
  const { t } = useTranslation()
  const current = useSession((state) => state.workspace)
  return (
    <nav className={styles['rail']} aria-label={t('app.workspaces')}>
      {workspaces.map((workspace, index) => {
        const Icon = icons[workspace]
        return (
          <Button
            key={workspace}
            className={styles['place'] ?? ''}
            aria-current={current === workspace ? 'page' : undefined}
            aria-keyshortcuts={shortcutAria({ code: `Digit${index + 1}`, alt: true })}
            onPress={() => showWorkspace(workspace)}
          >
            <Icon aria-hidden />
            {t(`app.workspace.${workspace}`)}
          </Button>
        )
      })}
    </nav>
  )
}

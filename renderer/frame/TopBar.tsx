import { Command as CommandIcon, Redo2, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../store/commands.ts'
import { useDocument } from '../store/document.ts'
import { IconButton } from '../ui/buttons/IconButton.tsx'
import { AppMenus } from './AppMenus.tsx'
import { EngineChip } from './EngineChip.tsx'
import { Logo } from './Logo.tsx'
import { ProjectTitle } from './ProjectTitle.tsx'
import { RunButton } from './RunButton.tsx'
import styles from './TopBar.module.css'

/** What is open, what can be undone, what trains: always in sight. */
export function TopBar() {
  const { t } = useTranslation()
  const isOpen = useDocument(({ project }) => project !== null)
  return (
    <header className={styles['bar']}>
      <span className={styles['logo']}>
        <Logo />
      </span>
      <AppMenus />
      <div className={styles['middle']}>{isOpen && <ProjectTitle />}</div>
      {isOpen && <CommandButton id="edit.undo" icon={<Undo2 />} />}
      {isOpen && <CommandButton id="edit.redo" icon={<Redo2 />} />}
      <CommandButton id="app.palette" icon={<CommandIcon />} />
      {isOpen && <EngineChip />}
      {isOpen && <RunButton />}
      {!isOpen && <span className={styles['version']}>{t('app.name')}</span>}
    </header>
  )
}

function CommandButton({ id, icon }: { readonly id: string; readonly icon: ReactNode }) {
  const command = useCommand(id)
  if (!command) return null
  return (
    <IconButton
      label={command.label}
      icon={icon}
      shortcut={command.shortcut}
      isDisabled={command.isEnabled === false}
      onPress={command.run}
    />
  )
}

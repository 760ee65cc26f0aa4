import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { DropTarget } from './files/DropTarget.tsx'
import { Dialogs } from './files/Dialogs.tsx'
import styles from './App.module.css'
import { ConnectionNotice } from './frame/ConnectionNotice.tsx'
import { Failure } from './frame/Failure.tsx'
import { Rail } from './frame/Rail.tsx'
import { StatusBar } from './frame/StatusBar.tsx'
import { TopBar } from './frame/TopBar.tsx'
import { useAppCommands } from './frame/useAppCommands.ts'
import { WorkspaceView } from './frame/WorkspaceView.tsx'
import { Home } from './home/Home.tsx'
import { useDocument } from './store/document.ts'
import { useSession } from './store/session.ts'
import { EmptyState } from './ui/feedback/EmptyState.tsx'
import { Toasts } from './ui/toasts/Toasts.tsx'

/** The whole page: the frame, and in it the start page or the workspaces of the open project. */
export function App() {
  const { t } = useTranslation()
  const language = useSession((state) => state.language)
  useAppCommands()
  const isOpen = useDocument(({ project }) => project !== null)
  const name = useDocument(({ project }) => project?.name)
  useEffect(() => {
    document.title = name === undefined ? t('app.name') : `${name || t('app.untitled')} – ${t('app.name')}`
  }, [name, t])
  const isReady = useSession((state) => state.isReady)
  return (
    <I18nProvider locale={language === 'ko' ? 'ko-KR' : 'en-US'}>
      <DropTarget>
        <div className={styles['app']}>
          <TopBar />
          <ConnectionNotice />
          {!isReady ? <EmptyState title={t('app.connection.connecting')} /> : isOpen ? <Project /> : <Home />}
        </div>
        <Dialogs />
      </DropTarget>
      <Toasts label={t('app.notifications')} closeLabel={t('app.dismiss')} />
    </I18nProvider>
  )
}

function Project() {
  return (
    <Failure>
      <div className={styles['middle']}>
        <Rail />
        <main className={styles['work']}>
          <WorkspaceView />
        </main>
      </div>
      <StatusBar />
    </Failure>
  )
}

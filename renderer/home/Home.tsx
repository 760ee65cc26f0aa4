import { FilePlus2, FolderOpen, Table2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { chooseProject, openNew } from '../files/opening.ts'
import { showDialog } from '../store/session.ts'
import { classes } from '../ui/classes.ts'
import { ExampleList } from './ExampleList.tsx'
import styles from './Home.module.css'
import { RecentList } from './RecentList.tsx'

/** The start page: what to begin with, while nothing is open. */
export function Home() {
  const { t } = useTranslation()
  return (
    <main className={styles['home']}>
      <div className={styles['content']}>
        <h1 className={styles['title']}>{t('home.title')}</h1>
        <div className={styles['starts']}>
          <Start
            isMain
            icon={<Table2 />}
            title={t('home.newFromTable')}
            text={t('home.newFromTableText')}
            onPress={() => showDialog({ kind: 'newFromTable' })}
          />
          <Start
            icon={<FilePlus2 />}
            title={t('home.newEmpty')}
            text={t('home.newEmptyText')}
            onPress={openNew}
          />
          <Start
            icon={<FolderOpen />}
            title={t('home.open')}
            text={t('home.openText')}
            onPress={chooseProject}
          />
        </div>
        <p className={styles['drop']}>{t('home.drop')}</p>
        <div className={styles['columns']}>
          <section>
            <h2 className={styles['heading']}>{t('home.examples')}</h2>
            <ExampleList />
          </section>
          <section>
            <h2 className={styles['heading']}>{t('home.recent')}</h2>
            <RecentList />
          </section>
        </div>
      </div>
    </main>
  )
}

interface StartProps {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  readonly isMain?: boolean
  readonly onPress: () => void
}

function Start({ icon, title, text, isMain, onPress }: StartProps) {
  return (
    <button type="button" className={classes(styles['start'], isMain && styles['main'])} onClick={onPress}>
      {icon}
      <strong>{title}</strong>
      <span>{text}</span>
    </button>
  )
}

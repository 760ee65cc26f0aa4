import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { Tabs } from '../../ui/layout/Tabs.tsx'
import { Outline } from '../outline/Outline.tsx'
import { Palette } from '../palette/Palette.tsx'
import styles from './Navigator.module.css'
import { navigatorStore } from './navigatorStore.ts'

/** Left of the graph: the layers there are, and the outline of those in use. */
export function Navigator() {
  const { t } = useTranslation()
  const tab = useStore(navigatorStore, (state) => state.tab)
  return (
    <div className={styles['navigator']}>
      <Tabs
        label={t('model.navigator')}
        items={[
          { id: 'layers', label: t('model.palette.title'), content: <Palette /> },
          { id: 'outline', label: t('model.outline.title'), content: <Outline /> },
        ]}
        selected={tab}
        onChange={(next) => navigatorStore.setState({ tab: next })}
      />
    </div>
  )
}

import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/buttons/IconButton.tsx'
import styles from './BottomPanel.module.css'
import { closeBottom, toggleBottom } from './bottomStore.ts'
import { type BottomTab, bottomTabs } from './bottomTabs.ts'

/** A button for each view below the graph; it stays in its place whatever is open. */
export function BottomStrip({ open }: { readonly open: BottomTab | null }) {
  const { t } = useTranslation()
  return (
    <div className={styles['strip']} role="toolbar" aria-label={t('model.bottom.label')}>
      {bottomTabs.map((view) => (
        <button
          key={view.id}
          type="button"
          className={styles['tab']}
          aria-expanded={view.id === open}
          aria-controls={`bottom-${view.id}`}
          onClick={() => toggleBottom(view.id)}
        >
          {t(`model.bottom.${view.id}`)}
          {'Note' in view && (
            <span className={styles['note']}>
              <view.Note />
            </span>
          )}
        </button>
      ))}
      {open !== null && (
        <IconButton
          className={styles['close']}
          label={t('model.bottom.close')}
          icon={<ChevronDown />}
          size="small"
          tip="top"
          onPress={closeBottom}
        />
      )}
    </div>
  )
}

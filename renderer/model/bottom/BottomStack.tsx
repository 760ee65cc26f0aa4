import { Fragment, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { setPanels, useSession } from '../../store/session.ts'
import { useRem } from '../../ui/useRem.ts'
import styles from './BottomPanel.module.css'

interface BottomStackProps {
  readonly children: ReactNode
  readonly below: ReactNode
}

/** In rem. */
const usualHeight = 15

/** Two views one above the other, the lower one of a height that is remembered. The upper one stays the same element. */
export function BottomStack({ children, below }: BottomStackProps) {
  const { t } = useTranslation()
  const rem = useRem()
  const height = useSession(({ panels }) => panels['bottom']?.[0]) ?? usualHeight
  const latest = useRef(height)
  return (
    <Group
      orientation="vertical"
      className={styles['group'] ?? ''}
      onLayoutChanged={(_, { isUserInteraction }) =>
        isUserInteraction && setPanels('bottom', [latest.current])
      }
    >
      <Panel id="graph" className={styles['panel'] ?? ''} minSize={8 * rem}>
        {children}
      </Panel>
      {below && (
        <Fragment>
          <Separator className={styles['separator'] ?? ''} aria-label={t('model.bottom.resize')} />
          <Panel
            id="bottom"
            className={styles['panel'] ?? ''}
            defaultSize={height * rem}
            minSize={6 * rem}
            groupResizeBehavior="preserve-pixel-size"
            onResize={({ inPixels }) => {
              latest.current = Math.round((inPixels / rem) * 100) / 100
            }}
          >
            {below}
          </Panel>
        </Fragment>
      )}
    </Group>
  )
}

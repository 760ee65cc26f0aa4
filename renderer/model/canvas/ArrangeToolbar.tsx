import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceAround,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceAround,
  CircleSlash2,
  Copy,
  Trash2,
} from 'lucide-react'
import { Fragment, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Toolbar } from 'react-aria-components'
import { useStore } from 'zustand'
import { commandStore } from '../../store/commands.ts'
import { useSession } from '../../store/session.ts'
import { IconButton } from '../../ui/buttons/IconButton.tsx'
import styles from './CanvasToolbar.module.css'

const tools: readonly (readonly (readonly [id: string, icon: ReactElement])[])[] = [
  [
    ['model.align.left', <AlignStartVertical key="icon" />],
    ['model.align.centre', <AlignCenterVertical key="icon" />],
    ['model.align.right', <AlignEndVertical key="icon" />],
    ['model.align.top', <AlignStartHorizontal key="icon" />],
    ['model.align.middle', <AlignCenterHorizontal key="icon" />],
    ['model.align.bottom', <AlignEndHorizontal key="icon" />],
  ],
  [
    ['model.distribute.horizontal', <AlignHorizontalSpaceAround key="icon" />],
    ['model.distribute.vertical', <AlignVerticalSpaceAround key="icon" />],
  ],
  [
    ['model.bypass', <CircleSlash2 key="icon" />],
    ['model.duplicate', <Copy key="icon" />],
    ['model.delete', <Trash2 key="icon" />],
  ],
]

/** Tools for several selected nodes, shown while there are some. */
export function ArrangeToolbar() {
  const { t } = useTranslation()
  const isShown = useSession(({ selection }) => selection.length > 1)
  const offers = useStore(commandStore, (state) => state.offers)
  if (!isShown) return null
  const commands = new Map([...offers.values()].flat().map((command) => [command.id, command]))
  return (
    <Toolbar className={`${styles['toolbar']} ${styles['start']}`} aria-label={t('model.arrange.toolbar')}>
      {tools.map((group, index) => (
        <Fragment key={group[0]?.[0]}>
          {index > 0 && <span className={styles['line']} />}
          {group.map(([id, icon]) => {
            const command = commands.get(id)
            return (
              command && (
                <IconButton
                  key={id}
                  label={command.label}
                  icon={icon}
                  size="small"
                  shortcut={command.shortcut}
                  isDisabled={command.isEnabled === false}
                  onPress={command.run}
                />
              )
            )
          })}
        </Fragment>
      ))}
    </Toolbar>
  )
}

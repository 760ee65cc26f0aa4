import { useRef } from 'react'
import { Popover } from 'react-aria-components'
import { type MenuGroup, MenuList } from './Menu.tsx'
import styles from './Menu.module.css'

interface PointMenuProps {
  readonly label: string
  readonly groups: readonly MenuGroup[]
  /** Where it opens, in the window's pixels. */
  readonly at: { readonly x: number; readonly y: number }
  readonly onClose: () => void
}

/** A menu at a point, as a right click opens it. */
export function PointMenu({ label, groups, at, onClose }: PointMenuProps) {
  const anchor = useRef<HTMLDivElement>(null)
  return (
    <>
      <div ref={anchor} className={styles['anchor']} style={{ left: at.x, top: at.y }} />
      <Popover
        isOpen
        aria-label={label}
        onOpenChange={(isOpen) => !isOpen && onClose()}
        triggerRef={anchor}
        placement="bottom start"
        className={styles['popover'] ?? ''}
      >
        <MenuList label={label} groups={groups} onClose={onClose} />
      </Popover>
    </>
  )
}

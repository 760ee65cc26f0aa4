import { type ReactNode, useMemo } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import styles from './Popover.module.css'

interface AnchoredPopoverProps {
  readonly label: string
  /** What it opens beside. */
  readonly anchor: Element
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A small panel beside anything, opened by what is no button of its own. */
export function AnchoredPopover({ label, anchor, onClose, children }: AnchoredPopoverProps) {
  const triggerRef = useMemo(() => ({ current: anchor }), [anchor])
  return (
    <Popover
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      triggerRef={triggerRef}
      placement="bottom start"
      offset={4}
      className={styles['popover'] ?? ''}
    >
      <Dialog aria-label={label} className={styles['content'] ?? ''}>
        {children}
      </Dialog>
    </Popover>
  )
}

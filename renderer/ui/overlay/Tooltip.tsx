import type { ReactElement, ReactNode } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import { Kbd } from '../feedback/Kbd.tsx'
import type { Shortcut } from '../keys/shortcut.ts'
import styles from './Tooltip.module.css'

interface TooltipProps {
  readonly text: ReactNode
  readonly shortcut?: Shortcut | undefined
  readonly placement?: 'top' | 'bottom' | 'left' | 'right'
  /** One focusable element, such as a button of this folder. */
  readonly children: ReactElement
}

/** A few words on hover and focus about the element inside. */
export function Tooltip({ text, shortcut, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={450} closeDelay={80}>
      {children}
      <AriaTooltip className={styles['tooltip'] ?? ''} placement={placement} offset={6}>
        <span>{text}</span>
        {shortcut && <Kbd shortcut={shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  )
}

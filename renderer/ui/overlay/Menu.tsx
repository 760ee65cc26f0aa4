import { Check } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components'
import { classes } from '../classes.ts'
import { Kbd } from '../feedback/Kbd.tsx'
import type { Shortcut } from '../keys/shortcut.ts'
import styles from './Menu.module.css'

/** One line of a menu. */
export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  readonly shortcut?: Shortcut | undefined
  /** Shows a check mark; for choices. */
  readonly isChecked?: boolean
  readonly isDisabled?: boolean
  readonly isDanger?: boolean
  readonly run: () => void
}
/** Lines that belong together, under a title if given. */
export interface MenuGroup {
  readonly id: string
  readonly title?: string
  readonly items: readonly MenuItem[]
}

interface MenuProps {
  readonly label: string
  /** The button that opens it. */
  readonly trigger: ReactElement
  readonly groups: readonly MenuGroup[]
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | 'right top'
}

type MenuListProps = Pick<MenuProps, 'label' | 'groups'> & {
  /** When it was not a button that opened it: a line was chosen, or Esc. */
  readonly onClose?: () => void
}

/** A button that opens a menu. */
export function Menu({ label, trigger, groups, placement = 'bottom start' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} offset={4} className={styles['popover'] ?? ''}>
        <MenuList label={label} groups={groups} />
      </Popover>
    </MenuTrigger>
  )
}

/** The lines of a menu, inside whatever it opens in. */
export function MenuList({ label, groups, onClose }: MenuListProps) {
  return (
    <AriaMenu
      aria-label={label}
      className={styles['menu'] ?? ''}
      {...(onClose ? { onClose, autoFocus: 'first' } : {})}
    >
      {groups
        .filter(({ items }) => items.length > 0)
        .flatMap(({ id, title, items }, index) => [
          ...(index > 0 ? [<Separator key={`${id}-line`} className={styles['line'] ?? ''} />] : []),
          <MenuSection key={id} {...(title ? {} : { 'aria-label': label })}>
            {title && <Header className={styles['title'] ?? ''}>{title}</Header>}
            {items.map((item) => (
              <MenuLine key={item.id} item={item} />
            ))}
          </MenuSection>,
        ])}
    </AriaMenu>
  )
}

function MenuLine({ item }: { readonly item: MenuItem }) {
  const { id, label, icon, shortcut, isChecked, isDisabled, isDanger, run } = item
  return (
    <AriaMenuItem
      id={id}
      textValue={label}
      onAction={run}
      className={classes(styles['item'], isDanger && styles['danger'])}
      {...(isDisabled ? { isDisabled } : {})}
      {...(isChecked === undefined ? {} : { 'aria-checked': isChecked })}
    >
      <span className={styles['icon']}>{isChecked ? <Check aria-hidden /> : icon}</span>
      <span>{label}</span>
      {shortcut && <Kbd shortcut={shortcut} />}
    </AriaMenuItem>
  )
}

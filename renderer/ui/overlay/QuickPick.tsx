import {
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { createPortal } from 'react-dom'
import styles from './QuickPick.module.css'

/** One line to choose. */
export interface QuickPickItem {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  /** A few quiet words after the label. */
  readonly detail?: string | undefined
  readonly style?: CSSProperties
}
/** Lines that belong together, under a title if given. */
export interface QuickPickGroup {
  readonly id: string
  readonly title?: string | undefined
  readonly items: readonly QuickPickItem[]
}

interface QuickPickProps {
  readonly label: string
  readonly placeholder: string
  /** Where it opens, in the window's pixels; moved as far as it takes to be seen whole. */
  readonly at: { readonly x: number; readonly y: number }
  readonly query: string
  readonly onQuery: (query: string) => void
  /** What is left for the query, best first. */
  readonly groups: readonly QuickPickGroup[]
  /** Said when nothing is left. */
  readonly empty: string
  readonly onPick: (id: string) => void
  /** The line under the arrow keys or the pointer changed. */
  readonly onActive?: (id: string) => void
  /** Esc, or the focus went elsewhere. */
  readonly onClose: () => void
}

/** A small box at a point: type to narrow a list, arrow keys and Enter choose, Esc leaves. Keeps out of an input method's way. */
export function QuickPick(props: QuickPickProps) {
  const { label, placeholder, at, query, onQuery, groups, empty, onPick, onClose } = props
  const id = useId()
  const items = groups.flatMap((group) => group.items)
  const { active, move, setActive } = useActive(items, query, props.onActive)
  const onKeyDown = useKeys({ active, move, onPick, onClose })
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) onClose()
  }
  const optionId = (item: string) => `${id}-${items.findIndex((one) => one.id === item)}`
  return createPortal(
    <div
      role="dialog"
      aria-label={label}
      className={styles['box']}
      style={{ '--x': `${at.x}px`, '--y': `${at.y}px` } as CSSProperties}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
    >
      <input
        autoFocus
        className={styles['input']}
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={active === undefined ? undefined : optionId(active)}
        placeholder={placeholder}
        spellCheck={false}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
      />
      <div className={styles['list']} id={`${id}-list`} role="listbox" aria-label={label}>
        {groups.map((group) => (
          <PickGroup key={group.id} group={group}>
            {group.items.map((item) => (
              <PickLine
                key={item.id}
                id={optionId(item.id)}
                item={item}
                isActive={item.id === active}
                onActive={() => setActive(item.id)}
                onPick={() => onPick(item.id)}
              />
            ))}
          </PickGroup>
        ))}
      </div>
      {items.length === 0 && <p className={styles['empty']}>{empty}</p>}
    </div>,
    document.body,
  )
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
}

/** The line that Enter would choose: the first one again after every change of the query. */
const useActive = (
  items: readonly QuickPickItem[],
  query: string,
  onActive: ((id: string) => void) | undefined,
) => {
  const [chosen, setChosen] = useState({ query, id: items[0]?.id })
  const isThere = chosen.query === query && items.some(({ id }) => id === chosen.id)
  const active = isThere ? chosen.id : items[0]?.id
  useEffect(() => {
    if (active !== undefined) onActive?.(active)
  }, [active, onActive])
  const setActive = (id: string) => setChosen({ query, id })
  const move = (code: string): boolean => {
    const step = steps[code]
    if (step === undefined) return false
    const at = items.findIndex(({ id }) => id === active) + step
    const single = Math.abs(step) === 1
    const next = single ? (at + items.length) % items.length : Math.max(0, Math.min(items.length - 1, at))
    const item = items[next]
    if (item) setActive(item.id)
    return true
  }
  return { active, move, setActive }
}

interface Keys extends Pick<QuickPickProps, 'onPick' | 'onClose'> {
  readonly active: string | undefined
  readonly move: (code: string) => boolean
}

/** Keys of the box. Enter and Esc belong to the input method while it composes. */
const useKeys = ({ active, move, onPick, onClose }: Keys) => {
  const giveBack = useFocusBack()
  return (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const isLeaving = event.code === 'Escape' || event.code === 'Tab'
    const isChoosing = event.code === 'Enter' || event.code === 'NumpadEnter'
    if (isLeaving) giveBack(onClose)
    else if (isChoosing && active !== undefined) onPick(active)
    else if (!isChoosing && !move(event.code)) return
    event.preventDefault()
  }
}

/** Gives the focus back to where it was before the box opened. */
const useFocusBack = () => {
  const [before] = useState(() => document.activeElement)
  return (close: () => void) => {
    close()
    if (before instanceof HTMLElement) before.focus()
  }
}

function PickGroup({ group, children }: { readonly group: QuickPickGroup; readonly children: ReactNode }) {
  return (
    <div role="group" aria-label={group.title}>
      {group.title && (
        <div className={styles['title']} aria-hidden>
          {group.title}
        </div>
      )}
      {children}
    </div>
  )
}

interface PickLineProps {
  readonly id: string
  readonly item: QuickPickItem
  readonly isActive: boolean
  readonly onActive: () => void
  readonly onPick: () => void
}

function PickLine({ id, item, isActive, onActive, onPick }: PickLineProps) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    <div
      ref={line}
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles['line']}
      style={item.style}
      onPointerMove={isActive ? undefined : onActive}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      {item.icon}
      <span className={styles['label']}>{item.label}</span>
      {item.detail && <span className={styles['detail']}>{item.detail}</span>}
    </div>
  )
}

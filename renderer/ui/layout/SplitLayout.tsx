import { PanelLeft, PanelRight } from 'lucide-react'
import { Fragment, type ReactNode, type Ref, useImperativeHandle, useRef, useState } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { IconButton } from '../buttons/IconButton.tsx'
import { useRem } from '../useRem.ts'
import { Drawer } from './Drawer.tsx'
import styles from './SplitLayout.module.css'
import { useIsCompact } from './useIsCompact.ts'

interface SidePanel {
  readonly title: string
  readonly content: ReactNode
}
/** What can be done with a workspace's panels from outside. */
export interface SplitLayoutHandle {
  /** Opens the details where they are a drawer. */
  openDetails(): void
}
interface SplitLayoutProps {
  readonly navigator?: SidePanel | undefined
  readonly details?: SidePanel | undefined
  readonly children: ReactNode
  readonly ref?: Ref<SplitLayoutHandle>
  /** Widths of navigator and details in rem. */
  readonly widths: readonly [number, number]
  readonly onWidths: (widths: readonly [number, number]) => void
}

/** A workspace: navigator left, work in the middle, details right. Narrow windows show the sides as drawers. */
export function SplitLayout(props: SplitLayoutProps) {
  const isCompact = useIsCompact()
  return isCompact ? <DrawerLayout {...props} /> : <PanelLayout {...props} />
}

const round = (value: number) => Math.round(value * 100) / 100

function PanelLayout({ navigator, details, children, widths, onWidths }: SplitLayoutProps) {
  const rem = useRem()
  const latest = useRef(widths)
  const side = (index: 0 | 1) => ({
    defaultSize: widths[index] * rem,
    minSize: 11 * rem,
    maxSize: 36 * rem,
    groupResizeBehavior: 'preserve-pixel-size' as const,
    onResize: ({ inPixels }: { inPixels: number }) => {
      const width = round(inPixels / rem)
      latest.current = index === 0 ? [width, latest.current[1]] : [latest.current[0], width]
    },
  })
  return (
    // Sizes are given once in pixels: another scale needs another group.
    <Group
      key={rem}
      className={styles['group'] ?? ''}
      onLayoutChanged={(_, { isUserInteraction }) => isUserInteraction && onWidths(latest.current)}
    >
      {navigator && (
        <Fragment>
          <Panel id="navigator" className={styles['panel'] ?? ''} {...side(0)}>
            {navigator.content}
          </Panel>
          <Separator className={styles['separator'] ?? ''} aria-label={navigator.title} />
        </Fragment>
      )}
      <Panel id="work" className={styles['panel'] ?? ''} minSize={20 * rem}>
        {children}
      </Panel>
      {details && (
        <Fragment>
          <Separator className={styles['separator'] ?? ''} aria-label={details.title} />
          <Panel id="details" className={styles['panel'] ?? ''} {...side(1)}>
            {details.content}
          </Panel>
        </Fragment>
      )}
    </Group>
  )
}

function DrawerLayout({ navigator, details, children, ref }: SplitLayoutProps) {
  const [open, setOpen] = useState<'navigator' | 'details' | null>(null)
  useImperativeHandle(ref, () => ({ openDetails: () => setOpen('details') }), [])
  const close = () => setOpen(null)
  return (
    <div className={styles['compact']}>
      {navigator && (
        <div className={styles['edge']}>
          <IconButton
            label={navigator.title}
            icon={<PanelLeft />}
            tip="right"
            onPress={() => setOpen('navigator')}
          />
        </div>
      )}
      <div className={styles['work']}>{children}</div>
      {details && (
        <div className={styles['edge']}>
          <IconButton
            label={details.title}
            icon={<PanelRight />}
            tip="left"
            onPress={() => setOpen('details')}
          />
        </div>
      )}
      {open === 'navigator' && navigator && (
        <Drawer title={navigator.title} side="left" onClose={close}>
          {navigator.content}
        </Drawer>
      )}
      {open === 'details' && details && (
        <Drawer title={details.title} side="right" onClose={close}>
          {details.content}
        </Drawer>
      )}
    </div>
  )
}

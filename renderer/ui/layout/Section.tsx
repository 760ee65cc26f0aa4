import { ChevronRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import styles from './Panel.module.css'

interface SectionProps {
  readonly title: string
  /** At the right of the title. */
  readonly note?: ReactNode
  readonly isOpenAtFirst?: boolean
  readonly children: ReactNode
}

/** A part of a panel that folds. */
export function Section({ title, note, isOpenAtFirst = true, children }: SectionProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  return (
    <Disclosure className={styles['section'] ?? ''} isExpanded={isOpen} onExpandedChange={setOpen}>
      <Heading level={3}>
        <Button slot="trigger" className={styles['toggle'] ?? ''}>
          <ChevronRight aria-hidden />
          {title}
          {note !== undefined && <span className={styles['note']}>{note}</span>}
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className={styles['content']}>{children}</div>
      </DisclosurePanel>
    </Disclosure>
  )
}

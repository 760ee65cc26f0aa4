import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import styles from './Tabs.module.css'

interface TabItem<Id extends string = string> {
  readonly id: Id
  readonly label: string
  /** After the label, such as a count. */
  readonly note?: ReactNode
  readonly content: ReactNode
}

interface TabsProps<Id extends string> {
  readonly label: string
  readonly items: readonly TabItem<Id>[]
  readonly selected: Id
  readonly onChange: (id: Id) => void
}

/** Views that share a place. */
export function Tabs<Id extends string>({ label, items, selected, onChange }: TabsProps<Id>) {
  return (
    <AriaTabs
      className={styles['tabs'] ?? ''}
      selectedKey={selected}
      onSelectionChange={(key) => {
        const item = items.find(({ id }) => id === key)
        if (item) onChange(item.id)
      }}
    >
      <TabList aria-label={label} className={styles['list'] ?? ''}>
        {items.map(({ id, label: text, note }) => (
          <Tab key={id} id={id} className={styles['tab'] ?? ''}>
            {text}
            {note !== undefined && <span className={styles['note']}>{note}</span>}
          </Tab>
        ))}
      </TabList>
      {items.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={styles['panel'] ?? ''}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}

import { Check } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { ListBox, ListBoxItem, Text } from 'react-aria-components'
import styles from './Choices.module.css'
import type { ChoiceItem } from './Select.tsx'

interface ChoicesProps {
  readonly items: readonly ChoiceItem[]
  readonly children: (item: ChoiceItem) => ReactElement
  readonly empty?: ReactNode
}

/** The list that opens below a select or a combo box. */
export function Choices({ items, children, empty }: ChoicesProps) {
  return (
    <ListBox
      className={styles['list'] ?? ''}
      items={items}
      renderEmptyState={() => <div className={styles['empty']}>{empty}</div>}
    >
      {children}
    </ListBox>
  )
}

/** One line of that list. */
export function Choice({ item }: { readonly item: ChoiceItem }) {
  const { id, label, description, isDisabled } = item
  return (
    <ListBoxItem
      id={id}
      textValue={label}
      className={styles['item'] ?? ''}
      {...(isDisabled ? { isDisabled } : {})}
    >
      {({ isSelected }) => (
        <>
          <span className={styles['check']}>{isSelected && <Check aria-hidden />}</span>
          <span className={styles['words']}>
            <Text slot="label">{label}</Text>
            {description && (
              <Text slot="description" className={styles['description'] ?? ''}>
                {description}
              </Text>
            )}
          </span>
        </>
      )}
    </ListBoxItem>
  )
}

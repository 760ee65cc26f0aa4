import { ChevronDown } from 'lucide-react'
import { Button, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { classes } from '../classes.ts'
import { Choice, Choices } from './Choices.tsx'
import { fieldClass, FieldParts, type FieldProps } from './Field.tsx'
import styles from './Input.module.css'
import lists from './Choices.module.css'
import { useKeptItems } from './useKeptItems.ts'

/** One thing to choose. */
export interface ChoiceItem<Id extends string = string> {
  readonly id: Id
  readonly label: string
  /** A few words below the label. */
  readonly description?: string
  readonly isDisabled?: boolean
}

interface SelectProps<Id extends string> extends FieldProps {
  readonly items: readonly ChoiceItem<Id>[]
  /** Null when nothing is chosen. */
  readonly value: Id | null
  readonly onChange: (value: Id) => void
  readonly placeholder?: string
  readonly isDisabled?: boolean
}

/** One of a few choices. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, value, onChange, placeholder, isDisabled, problem } = props
  const items = useKeptItems(props.items)
  return (
    <AriaSelect
      className={fieldClass(props)}
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = items.find(({ id }) => id === key)
        if (chosen) onChange(chosen.id)
      }}
      placeholder={placeholder ?? ''}
      isInvalid={problem !== undefined}
      {...(isDisabled ? { isDisabled } : {})}
      {...(props.isLabelHidden ? { 'aria-label': label } : {})}
    >
      <FieldParts {...props}>
        <Button className={classes(styles['box'], styles['choice'])}>
          <SelectValue className={styles['value'] ?? ''}>
            {({ selectedText, isPlaceholder }) => (isPlaceholder ? placeholder : selectedText)}
          </SelectValue>
          <ChevronDown aria-hidden />
        </Button>
      </FieldParts>
      <Popover className={lists['popover'] ?? ''} offset={4}>
        <Choices items={items}>{(item) => <Choice item={item} />}</Choices>
      </Popover>
    </AriaSelect>
  )
}

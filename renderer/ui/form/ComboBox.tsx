import { ChevronDown } from 'lucide-react'
import { Button, ComboBox as AriaComboBox, Input, Popover } from 'react-aria-components'
import { classes } from '../classes.ts'
import { Choice, Choices } from './Choices.tsx'
import lists from './Choices.module.css'
import { fieldClass, FieldParts, type FieldProps } from './Field.tsx'
import styles from './Input.module.css'
import type { ChoiceItem } from './Select.tsx'

interface ComboBoxProps extends FieldProps {
  readonly items: readonly ChoiceItem[]
  readonly value: string | null
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  /** Shown when nothing matches what was typed. */
  readonly empty?: string
  readonly isDisabled?: boolean
}

/** One of many choices, found by typing. */
export function ComboBox(props: ComboBoxProps) {
  const { label, items, value, onChange, placeholder, empty, isDisabled, problem } = props
  return (
    <AriaComboBox
      className={fieldClass(props)}
      defaultItems={items}
      selectedKey={value}
      onSelectionChange={(key) => key !== null && onChange(String(key))}
      isInvalid={problem !== undefined}
      menuTrigger="focus"
      {...(isDisabled ? { isDisabled } : {})}
      {...(props.isLabelHidden ? { 'aria-label': label } : {})}
    >
      <FieldParts {...props}>
        <div className={classes(styles['box'], problem && styles['invalid'])}>
          <Input className={styles['input'] ?? ''} placeholder={placeholder ?? ''} />
          <Button className={styles['open'] ?? ''}>
            <ChevronDown aria-hidden />
          </Button>
        </div>
      </FieldParts>
      <Popover className={lists['popover'] ?? ''} offset={4}>
        <Choices items={items} empty={empty}>
          {(item) => <Choice item={item} />}
        </Choices>
      </Popover>
    </AriaComboBox>
  )
}

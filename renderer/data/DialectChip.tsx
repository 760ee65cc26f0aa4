import { ChevronDown } from 'lucide-react'
import { Button, type ButtonProps } from '../ui/buttons/Button.tsx'
import styles from './DialectChips.module.css'

interface DialectChipProps extends Pick<ButtonProps, 'onPress'> {
  /** The part of the dialect, and how it is read now. */
  readonly title: string
  readonly value: string
}

/** How one part of a file is read; opens what changes it. */
export function DialectChip({ title, value, ...props }: DialectChipProps) {
  return (
    <Button {...props} variant="quiet" size="small" aria-label={`${title}: ${value}`}>
      <span className={styles['part']}>{title}</span>
      <span className={styles['value']}>{value}</span>
      <ChevronDown className={styles['arrow']} aria-hidden />
    </Button>
  )
}

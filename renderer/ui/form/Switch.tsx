import { Switch as AriaSwitch } from 'react-aria-components'
import styles from './Toggles.module.css'

interface SwitchProps {
  readonly label: string
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly isDisabled?: boolean
}

/** On or off, at once. */
export function Switch({ label, isSelected, onChange, isDisabled }: SwitchProps) {
  return (
    <AriaSwitch
      className={styles['toggle'] ?? ''}
      isSelected={isSelected}
      onChange={onChange}
      {...(isDisabled ? { isDisabled } : {})}
    >
      <span className={styles['track']} />
      <span className={styles['words']}>{label}</span>
    </AriaSwitch>
  )
}

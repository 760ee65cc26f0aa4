import { Switch } from '../../../ui/form/Switch.tsx'
import type { ParamControlProps } from './paramControl.ts'
import styles from './BoolParam.module.css'

/** On or off. */
export function BoolParam({ label, help, problem, value, onChange }: ParamControlProps<'bool'>) {
  return (
    <div className={styles['line']}>
      <Switch label={label} isSelected={value === true} onChange={onChange} />
      <p className={problem ? styles['problem'] : styles['help']}>{problem ?? help}</p>
    </div>
  )
}

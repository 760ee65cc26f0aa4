import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Label, Text } from 'react-aria-components'
import { classes } from '../classes.ts'
import styles from './Field.module.css'

/** What every control of this folder takes. */
export interface FieldProps {
  readonly label: string
  /** The label is for assistive technology only. */
  readonly isLabelHidden?: boolean
  /** Label beside the control (a form row) or above it. */
  readonly layout?: 'row' | 'column'
  /** A plain sentence below the control. */
  readonly help?: string | undefined
  /** What is wrong with the value, in a sentence; shown instead of the help. */
  readonly problem?: string | undefined
}

interface FieldLayoutProps extends Omit<FieldProps, 'label'> {
  readonly label?: string
  readonly children: ReactNode
}

/** The class of a control's root for its layout. */
export const fieldClass = ({ layout = 'row', isLabelHidden }: Partial<FieldProps>): string =>
  classes(styles['field'], isLabelHidden ? styles['bare'] : styles[layout])

/** Label, control, help and problem of one control; lives inside a React Aria field. */
export function FieldParts({ label, isLabelHidden, help, problem, children }: FieldLayoutProps) {
  return (
    <>
      {label !== undefined && !isLabelHidden && <Label className={styles['label'] ?? ''}>{label}</Label>}
      <div className={styles['control']}>
        {children}
        {problem ? (
          <Text slot="errorMessage" className={styles['problem'] ?? ''}>
            <CircleAlert aria-hidden />
            {problem}
          </Text>
        ) : (
          help && (
            <Text slot="description" className={styles['help'] ?? ''}>
              {help}
            </Text>
          )
        )}
      </div>
    </>
  )
}

/** A form row for something that is no control of this folder: words on the left, content on the right. */
export function Field({
  label,
  layout = 'row',
  help,
  children,
}: FieldProps & { readonly children: ReactNode }) {
  return (
    <div className={fieldClass({ layout })}>
      <span className={styles['label']}>{label}</span>
      <div className={styles['control']}>
        {children}
        {help && <span className={styles['help']}>{help}</span>}
      </div>
    </div>
  )
}

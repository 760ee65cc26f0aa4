import { CircleAlert, Info, X } from 'lucide-react'
import { useStore } from 'zustand'
import { Button } from '../buttons/Button.tsx'
import { IconButton } from '../buttons/IconButton.tsx'
import { classes } from '../classes.ts'
import { dismissToast, toastStore } from './toasts.ts'
import styles from './Toasts.module.css'

/** The corner where messages appear; they are read out politely. */
export function Toasts({ label, closeLabel }: { readonly label: string; readonly closeLabel: string }) {
  const toasts = useStore(toastStore, (state) => state.toasts)
  return (
    <section className={styles['region']} aria-label={label} role="log" aria-live="polite">
      {toasts.map(({ id, text, tone, action }) => (
        <div key={id} className={classes(styles['toast'], styles[tone])}>
          {tone === 'danger' ? <CircleAlert aria-hidden /> : <Info aria-hidden />}
          <span className={styles['text']}>{text}</span>
          {action && (
            <Button
              size="small"
              onPress={() => {
                action.run()
                dismissToast(id)
              }}
            >
              {action.label}
            </Button>
          )}
          <IconButton label={closeLabel} icon={<X />} size="small" onPress={() => dismissToast(id)} />
        </div>
      ))}
    </section>
  )
}

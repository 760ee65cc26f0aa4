import { createStore } from 'zustand/vanilla'

/** A message about something that happened elsewhere than where the user looks. */
export interface Toast {
  readonly id: number
  readonly text: string
  readonly tone: 'info' | 'danger'
  readonly action?: { readonly label: string; readonly run: () => void }
}

/** Messages on screen, oldest first. */
export const toastStore = createStore<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }))

let count = 0

/** Takes a message away. */
export const dismissToast = (id: number): void =>
  toastStore.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))

/** Shows a message for eight seconds; one with tone `danger` or an action stays until dismissed. */
export const showToast = (toast: Omit<Toast, 'id' | 'tone'> & Partial<Pick<Toast, 'tone'>>): void => {
  const id = ++count
  const tone = toast.tone ?? 'info'
  toastStore.setState(({ toasts }) => ({ toasts: [...toasts, { ...toast, tone, id }].slice(-4) }))
  if (tone === 'info' && !toast.action) setTimeout(() => dismissToast(id), 8000)
}

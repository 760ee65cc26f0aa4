import { i18n } from '../../i18n/i18n.ts'

/** Marks the inspector's root, so that it can be found from the canvas. */
export const inspectorMark = 'data-inspector'

/** In a narrow window the inspector is a drawer; its button, named after it, opens it. */
const openDrawer = () => {
  const title = CSS.escape(i18n.t('model.inspector.title'))
  document.querySelector<HTMLElement>(`button[aria-label="${title}"]`)?.click()
}

const focusFirst = (): boolean => {
  const control = document.querySelector<HTMLElement>(
    `[${inspectorMark}] :is(input, button, [tabindex="0"]):not([disabled])`,
  )
  // Who has begun to type in it must not have that selected, and so replaced.
  if (control !== null && control === document.activeElement) return true
  control?.focus()
  if (control instanceof HTMLInputElement) control.select()
  return control !== null
}

/** Frames to wait for the drawer. */
const patience = 30

const focusWhenOpen = (left: number) => {
  if (!focusFirst() && left > 0) requestAnimationFrame(() => focusWhenOpen(left - 1))
}

/** Moves the focus to the first control of the inspector. */
export const focusInspector = (): void => {
  if (focusFirst()) return
  openDrawer()
  requestAnimationFrame(() => focusWhenOpen(patience))
}

import { i18n } from '../../i18n/i18n.ts'

/** Marks the inspector's root, so that it can be found from the canvas. */
export const inspectorMark = 'data-inspector'

/** In a narrow window the inspector is a drawer; its button, named after it, opens it and moves the focus inside. */
const openDrawer = () => {
  const title = CSS.escape(i18n.t('model.inspector.title'))
  document.querySelector<HTMLElement>(`button[aria-label="${title}"]`)?.click()
}

/** Moves the focus to the first control of the inspector. */
export const focusInspector = (): void => {
  const controls = document.querySelectorAll<HTMLElement>(
    `[${inspectorMark}] :is(input, button, [tabindex="0"]):not([disabled])`,
  )
  if (controls.length === 0) openDrawer()
  controls[0]?.focus()
  if (controls[0] instanceof HTMLInputElement) controls[0].select()
}

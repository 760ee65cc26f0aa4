/** Marks the inspector's root, so that it can be found from the canvas. */
export const inspectorMark = 'data-inspector'

/** Moves the focus to the first control of the inspector. */
export const focusInspector = (): void => {
  const controls = document.querySelectorAll<HTMLElement>(
    `[${inspectorMark}] :is(input, button, [tabindex="0"]):not([disabled])`,
  )
  controls[0]?.focus()
  if (controls[0] instanceof HTMLInputElement) controls[0].select()
}

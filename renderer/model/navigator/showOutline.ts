import { navigatorStore } from './navigatorStore.ts'

/** Frames to wait for the outline, whose panel may only just have come. */
const patience = 20

const focusWhenThere = (left: number) => {
  const tree = document.querySelector<HTMLElement>('[data-outline]')
  if (tree) tree.focus()
  else if (left > 0) requestAnimationFrame(() => focusWhenThere(left - 1))
}

/** Goes to the outline with the keyboard. */
export const showOutline = (): void => {
  navigatorStore.setState({ tab: 'outline' })
  requestAnimationFrame(() => focusWhenThere(patience))
}

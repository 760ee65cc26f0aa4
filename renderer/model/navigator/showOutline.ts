import { i18n } from '../../i18n/i18n.ts'
import { navigatorStore } from './navigatorStore.ts'

/** Frames to wait for the outline, whose panel may only just have come. */
const patience = 20

const focusWhenThere = (left: number) => {
  const tree = document.querySelector<HTMLElement>('[data-outline]')
  if (tree) tree.focus()
  else if (left > 0) requestAnimationFrame(() => focusWhenThere(left - 1))
}

/** In a narrow window the navigator is a drawer; its button is named after it. */
const openDrawer = () => {
  const title = CSS.escape(i18n.t('model.navigator'))
  document.querySelector<HTMLElement>(`button[aria-label="${title}"]`)?.click()
}

/** Goes to the outline with the keyboard. */
export const showOutline = (): void => {
  navigatorStore.setState({ tab: 'outline' })
  openDrawer()
  requestAnimationFrame(() => focusWhenThere(patience))
}

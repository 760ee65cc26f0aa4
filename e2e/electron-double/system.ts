import { type Order, orders, report } from './control.ts'

/* The system around the app: dialogs that the test answers, the menu it clicks, the browser and the theme. */

type Answer = Extract<Order, { type: 'answer' }>
const answers: Answer[] = []
orders.on('answer', (answer: Answer) => answers.push(answer))

const ask = (method: string, args: readonly unknown[], otherwise: unknown): unknown => {
  report({ type: 'dialog', method, options: args.at(-1) })
  const at = answers.findIndex((answer) => answer.method === method)
  return at < 0 ? otherwise : answers.splice(at, 1)[0]?.value
}

/** Dialogs answer what the test queued, else as if cancelled. */
export const dialog = {
  showOpenDialog: async (...args: readonly unknown[]) =>
    ask('showOpenDialog', args, { canceled: true, filePaths: [] }),
  showSaveDialog: async (...args: readonly unknown[]) =>
    ask('showSaveDialog', args, { canceled: true, filePath: '' }),
  showMessageBoxSync: (...args: readonly unknown[]) =>
    ask('showMessageBoxSync', args, (args.at(-1) as { cancelId?: number }).cancelId ?? 0),
}

interface Item {
  readonly id?: string
  readonly submenu?: readonly Item[]
  readonly click?: () => void
}
let menu: readonly Item[] = []
const find = (items: readonly Item[], id: string): Item | undefined => {
  for (const item of items) {
    const found = item.id === id ? item : find(item.submenu ?? [], id)
    if (found) return found
  }
  return undefined
}
export const Menu = {
  buildFromTemplate: (template: readonly Item[]) => template,
  setApplicationMenu: (template: readonly Item[]) => {
    menu = template
  },
}
orders.on('menu', ({ id }: Extract<Order, { type: 'menu' }>) => {
  const item = find(menu, id)
  if (!item?.click) throw new Error(`the menu has no item ${id}`)
  item.click()
})

export const shell = {
  openExternal: async (url: string) => report({ type: 'openExternal', url }),
}
export const nativeTheme = { shouldUseDarkColors: false }

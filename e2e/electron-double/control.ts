import { EventEmitter } from 'node:events'

/** What a test tells the double; see launch.ts. */
export type Order =
  | { readonly type: 'answer'; readonly method: string; readonly value: unknown }
  | { readonly type: 'menu'; readonly id: string }
  | { readonly type: 'secondInstance'; readonly argv: readonly string[]; readonly folder: string }
  | { readonly type: 'closeWindow' }
  | { readonly type: 'quit' }

/** What the double tells a test. */
export type Report =
  | { readonly type: 'window' }
  | { readonly type: 'windowFocused' }
  | { readonly type: 'dialog'; readonly method: string; readonly options: unknown }
  | { readonly type: 'openExternal'; readonly url: string }
  | { readonly type: 'engine'; readonly pid: number }
  | { readonly type: 'navigationPrevented'; readonly url: string }

/** Orders of the test, by their type. */
export const orders = new EventEmitter()
process.on('message', (order: Order) => void orders.emit(order.type, order))

/** Tells the test. */
export const report = (what: Report): void => void process.send?.(what)

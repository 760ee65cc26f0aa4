import type { Page } from '@playwright/test'
import { expect } from './servedApp.ts'

/** Letters as a Korean keyboard with its input method on sends them: another key, the same code. */
const korean: Readonly<Record<string, string>> = {
  KeyA: 'ㅁ',
  KeyB: 'ㅠ',
  KeyC: 'ㅊ',
  KeyD: 'ㅇ',
  KeyE: 'ㄷ',
  KeyG: 'ㅎ',
  KeyL: 'ㅣ',
  KeyU: 'ㅕ',
  KeyW: 'ㅈ',
  KeyZ: 'ㅋ',
}

/** Somebody who works with the keyboard alone; `layout` says what the keys of shortcuts send. */
export class Typist {
  private readonly page: Page
  private readonly layout: 'english' | 'korean'

  constructor(page: Page, layout: 'english' | 'korean') {
    this.page = page
    this.layout = layout
  }

  /** Presses a shortcut such as `Shift+KeyE`, with the key that this layout has there. */
  async press(shortcut: string): Promise<void> {
    const parts = shortcut.split('+')
    const code = parts.at(-1) ?? ''
    const key = korean[code]
    if (this.layout === 'english' || key === undefined) {
      await this.page.keyboard.press(shortcut)
      return
    }
    const held = (name: string) => parts.includes(name)
    await this.page.evaluate(
      (init) => {
        const target = document.activeElement ?? document.body
        for (const type of ['keydown', 'keyup'])
          target.dispatchEvent(new KeyboardEvent(type, { ...init, bubbles: true, cancelable: true }))
      },
      { code, key, ctrlKey: held('Control'), shiftKey: held('Shift'), altKey: held('Alt') },
    )
  }

  /** Tab until the control of this name has the focus. */
  async tabTo(name: string | RegExp): Promise<void> {
    const focused = () =>
      this.page.evaluate(() => {
        const element = document.activeElement
        const ids = element?.getAttribute('aria-labelledby')?.split(' ') ?? []
        if (ids.length) return ids.map((id) => document.getElementById(id)?.textContent).join(' ')
        const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null
        return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? ''
      })
    for (let presses = 0; presses < 80; presses++) {
      const text = await focused()
      if (typeof name === 'string' ? text === name : name.test(text)) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`Tab never came to ${String(name)}.`)
  }

  /** Adds what the quick-add box finds first, beside the focused node and wired to it. */
  async add(words: string): Promise<void> {
    await this.page.keyboard.press('Slash')
    await this.page.keyboard.type(words)
    await this.page.keyboard.press('Enter')
    await this.atNode()
  }

  /** Sets fields of the focused node from top to bottom, by their labels, and comes back to it; `{ choose }` picks from a list. */
  async set(fields: Readonly<Record<string, string | { readonly choose: string }>>): Promise<void> {
    await this.page.keyboard.press('Enter')
    for (const [label, value] of Object.entries(fields)) {
      await this.tabTo(typeof value === 'string' ? label : new RegExp(`${label}$`))
      if (typeof value === 'string') {
        await this.page.keyboard.press('Control+a')
        await this.page.keyboard.type(value)
      } else {
        await this.page.keyboard.press('Enter')
        await this.page.keyboard.type(value.choose)
      }
      await this.page.keyboard.press('Enter')
      // While a list of choices is closing, Esc is still its own.
      await expect(this.page.getByRole('listbox')).toHaveCount(0)
    }
    await this.page.keyboard.press('Escape')
    await this.atNode()
  }

  /** Draws an edge from the focused node to the one that is found first. */
  async connect(words: string): Promise<void> {
    await this.press('KeyC')
    await this.page.keyboard.type(words)
    await this.page.keyboard.press('Enter')
    await this.atNode()
  }

  /** Goes along edges: `next`, `previous`, `above` or `below`. */
  async walk(...ways: readonly ('ArrowRight' | 'ArrowLeft' | 'ArrowUp' | 'ArrowDown')[]): Promise<void> {
    for (const way of ways) await this.page.keyboard.press(`Alt+${way}`)
    await this.atNode()
  }

  /** The same with everything on the way selected. */
  async walkSelecting(
    ...ways: readonly ('ArrowRight' | 'ArrowLeft' | 'ArrowUp' | 'ArrowDown')[]
  ): Promise<void> {
    for (const way of ways) {
      await this.page.keyboard.press(`Alt+Shift+${way}`)
      await this.atNode()
    }
  }

  private async atNode(): Promise<void> {
    await expect(this.page.locator('.react-flow__node:focus')).toHaveCount(1)
  }
}

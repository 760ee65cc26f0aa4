import type { MenuItemConstructorOptions, WebContents } from 'electron'
import { describe, expect, it } from 'vitest'
import { menuTemplate, type Press, pressIn } from './menu.ts'
import { languageOf, wordsIn } from './words.ts'

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
const items = (language: 'en' | 'ko', press: (press: Press) => void = () => {}, isPackaged = true) =>
  flat(menuTemplate(wordsIn(language), press, { isMac: false, isPackaged }))

describe('the menu bar', () => {
  it('presses the key of a command, which it shows but leaves to the page', () => {
    const pressed: Press[] = []
    const save = items('en', (press) => pressed.push(press)).find(({ id }) => id === 'saveAs')
    expect(save).toMatchObject({ accelerator: 'Shift+CommandOrControl+S', registerAccelerator: false })
    save?.click?.({} as never, undefined, {} as never)
    expect(pressed).toEqual([{ key: 'S', modifiers: ['mod', 'shift'] }])
  })
  it('has a word for every item in both languages, and other words in Korean', () => {
    const labels = (language: 'en' | 'ko') =>
      items(language).flatMap(({ label, type }) => (type === 'separator' ? [] : [label]))
    for (const label of [...labels('en'), ...labels('ko')]) expect(label).toBeTruthy()
    expect(labels('ko')).not.toEqual(labels('en'))
  })
  it('offers developer tools only in a checkout', () => {
    const hasTools = (isPackaged: boolean) =>
      items('en', () => {}, isPackaged).some(({ role }) => role === 'toggleDevTools')
    expect([hasTools(true), hasTools(false)]).toEqual([false, true])
  })
  it('presses with the Command key on a Mac and Control elsewhere', () => {
    const sent: unknown[] = []
    const contents = { sendInputEvent: (event: unknown) => sent.push(event) } as unknown as WebContents
    pressIn(contents, { key: 'S', modifiers: ['mod'] }, true)
    pressIn(contents, { key: 'Z', modifiers: ['mod', 'shift'] }, false)
    expect(sent).toEqual([
      { type: 'keyDown', keyCode: 'S', modifiers: ['meta'] },
      { type: 'keyUp', keyCode: 'S', modifiers: ['meta'] },
      { type: 'keyDown', keyCode: 'Z', modifiers: ['control', 'shift'] },
      { type: 'keyUp', keyCode: 'Z', modifiers: ['control', 'shift'] },
    ])
  })
  it('speaks the first of the system’s languages that the app knows', () => {
    expect(languageOf(['fr-FR', 'ko-KR', 'en-US'])).toBe('ko')
    expect(languageOf(['en-GB', 'ko'])).toBe('en')
    expect(languageOf(['de'])).toBe('en')
    expect(languageOf([])).toBe('en')
  })
})

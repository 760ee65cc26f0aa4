/** A key with its modifiers, by its place on the keyboard (`KeyboardEvent.code`), so that it works in every language. */
export interface Shortcut {
  readonly code: string
  /** Ctrl, or Cmd on a Mac. */
  readonly mod?: boolean
  readonly shift?: boolean
  readonly alt?: boolean
}

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

/** Whether a key press is this shortcut. Never while an input method composes. */
export const matchesShortcut = (event: KeyboardEvent, { code, mod, shift, alt }: Shortcut): boolean =>
  !event.isComposing &&
  event.code === code &&
  (isMac ? event.metaKey : event.ctrlKey) === Boolean(mod) &&
  (isMac ? !event.ctrlKey : !event.metaKey) &&
  event.shiftKey === Boolean(shift) &&
  event.altKey === Boolean(alt)

const names: Readonly<Record<string, string>> = {
  Equal: '+',
  Minus: '−',
  Backslash: '\\',
  Slash: '/',
  Comma: ',',
  Period: '.',
  Delete: 'Del',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

/** The shortcut as people read it: `Ctrl+Shift+Z`, or `⇧⌘Z` on a Mac. */
export const shortcutText = ({ code, mod, shift, alt }: Shortcut): string => {
  const key = names[code] ?? code.replace(/^(Key|Digit)/, '')
  if (isMac) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${key}`
  return [mod && 'Ctrl', alt && 'Alt', shift && 'Shift', key].filter(Boolean).join('+')
}

/** The shortcut as assistive technology reads it (`aria-keyshortcuts`). */
export const shortcutAria = ({ code, mod, shift, alt }: Shortcut): string =>
  [mod && (isMac ? 'Meta' : 'Control'), alt && 'Alt', shift && 'Shift', code.replace(/^(Key|Digit)/, '')]
    .filter(Boolean)
    .join('+')

/** Whether keys typed here belong to text: letters and Delete must not act as shortcuts. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'range', 'button'].includes(target.type)))

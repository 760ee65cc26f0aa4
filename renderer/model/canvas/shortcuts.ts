import type { Shortcut } from '../../ui/keys/shortcut.ts'

/** Keys of the Model workspace, by place on the keyboard. */
export const shortcuts = {
  tidy: { code: 'KeyL', shift: true },
  fit: { code: 'Digit1', shift: true },
  minimap: { code: 'KeyM', shift: true },
  delete: { code: 'Delete' },
  duplicate: { code: 'KeyD', mod: true },
  selectAll: { code: 'KeyA', mod: true },
} as const satisfies Record<string, Shortcut>

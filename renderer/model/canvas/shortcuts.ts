import type { Shortcut } from '../../ui/keys/shortcut.ts'

/** Keys of the Model workspace, by place on the keyboard. */
export const shortcuts = {
  quickAdd: { code: 'Slash' },
  connect: { code: 'KeyC' },
  connectInto: { code: 'KeyC', shift: true },
  next: { code: 'ArrowRight', alt: true },
  previous: { code: 'ArrowLeft', alt: true },
  above: { code: 'ArrowUp', alt: true },
  below: { code: 'ArrowDown', alt: true },
  note: { code: 'KeyN', shift: true },
  bypass: { code: 'KeyB' },
  tidy: { code: 'KeyL', shift: true },
  fit: { code: 'Digit1', shift: true },
  fitSelection: { code: 'Digit2', shift: true },
  minimap: { code: 'KeyM', shift: true },
  delete: { code: 'Delete' },
  cut: { code: 'KeyX', mod: true },
  copy: { code: 'KeyC', mod: true },
  paste: { code: 'KeyV', mod: true },
  duplicate: { code: 'KeyD', mod: true },
  selectAll: { code: 'KeyA', mod: true },
} as const satisfies Record<string, Shortcut>

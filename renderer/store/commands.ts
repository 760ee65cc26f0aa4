import { useEffect } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Shortcut } from '../ui/keys/shortcut.ts'

/** Something the user can do, from the palette, a menu or the keyboard. */
export interface Command {
  /** Unique, such as `document.save`. */
  readonly id: string
  readonly label: string
  /** The palette's heading for it. */
  readonly group: string
  readonly shortcut?: Shortcut
  readonly isEnabled?: boolean
  /** Its shortcut is the browser's own and brings about an event of its own, as copying does. */
  readonly isNative?: boolean
  /** Its shortcut also acts while a text field has the focus; only for shortcuts that no text field uses. */
  readonly worksInText?: boolean
  readonly run: () => void
}

/** Every command there is now, by the place that offers it. */
export const commandStore = createStore<{ readonly offers: ReadonlyMap<string, readonly Command[]> }>(() => ({
  offers: new Map(),
}))

/** Offers commands while the calling component is shown. `place` names it; keep the list memoised. */
export const useCommands = (place: string, commands: readonly Command[]): void => {
  useEffect(() => {
    commandStore.setState(({ offers }) => ({ offers: new Map(offers).set(place, commands) }))
    return () =>
      commandStore.setState(({ offers }) => {
        const left = new Map(offers)
        left.delete(place)
        return { offers: left }
      })
  }, [place, commands])
}

/** Every command, in order of offering. */
export const allCommands = (): readonly Command[] => [...commandStore.getState().offers.values()].flat()

/** One command, for a button that shows it; undefined while nobody offers it. */
export const useCommand = (id: string): Command | undefined =>
  useStore(commandStore, ({ offers }) => [...offers.values()].flat().find((command) => command.id === id))

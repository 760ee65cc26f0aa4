import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { attempt } from '../../files/attempt.ts'
import { type Command, useCommands } from '../../store/commands.ts'
import { useProject } from '../../store/document.ts'
import { sessionStore, useSession } from '../../store/session.ts'
import { type PictureWish, savePicture } from './savePicture.ts'

/** The whole graph in the page's look, then in either. */
const wishes = [
  ['svg', { kind: 'svg', look: 'current' }],
  ['png', { kind: 'png', look: 'current' }],
  ['svgLight', { kind: 'svg', look: 'light' }],
  ['pngLight', { kind: 'png', look: 'light' }],
  ['svgDark', { kind: 'svg', look: 'dark' }],
  ['pngDark', { kind: 'png', look: 'dark' }],
] as const satisfies readonly (readonly [string, Omit<PictureWish, 'selection'>])[]

/** Offers the graph as a picture to menus and the command palette. */
export const usePictureCommands = (): void => {
  const { t } = useTranslation()
  const hasNodes = useProject(({ nodes }) => Object.keys(nodes).length > 0)
  const hasSelection = useSession(({ selection }) => selection.length > 0)
  const commands = useMemo((): readonly Command[] => {
    const group = t('model.command.group')
    const whole = wishes.map(([name, wish]) => ({
      id: `picture.${name}`,
      group,
      label: t(`model.picture.${name}`),
      isEnabled: hasNodes,
      run: () => attempt(() => savePicture({ ...wish, selection: [] })),
    }))
    const part = (['svg', 'png'] as const).map((kind) => ({
      id: `picture.selection.${kind}`,
      group,
      label: t(`model.picture.${kind}Selection`),
      isEnabled: hasSelection,
      run: () =>
        attempt(() => savePicture({ kind, look: 'current', selection: sessionStore.getState().selection })),
    }))
    return [...whole, ...part]
  }, [t, hasNodes, hasSelection])
  useCommands('picture', commands)
}

import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { chooseProject, closeDocument, leaving, openNew } from '../files/opening.ts'
import { save, saveAs } from '../files/saving.ts'
import { type Command, useCommands } from '../store/commands.ts'
import { isUnsaved, redo, undo, useDocument } from '../store/document.ts'
import {
  sessionStore,
  showDialog,
  showWorkspace,
  stepScale,
  type Theme,
  workspaces,
} from '../store/session.ts'

const packCommand = (t: TFunction, isOpen: boolean): Command => ({
  id: 'file.pack',
  group: t('app.menu.file'),
  label: t('app.command.pack'),
  isEnabled: isOpen,
  run: () => showDialog({ kind: 'pack' }),
})

const fileCommands = (t: TFunction, isOpen: boolean, canSave: boolean): readonly Command[] => {
  const group = t('app.menu.file')
  return [
    {
      id: 'file.new',
      group,
      label: t('app.command.new'),
      shortcut: { code: 'KeyN', mod: true },
      worksInText: true,
      run: () => leaving(openNew),
    },
    {
      id: 'file.newFromTable',
      group,
      label: t('app.command.newFromTable'),
      run: () => leaving(() => showDialog({ kind: 'newFromTable' })),
    },
    {
      id: 'file.open',
      group,
      label: t('app.command.open'),
      shortcut: { code: 'KeyO', mod: true },
      worksInText: true,
      run: () => leaving(chooseProject),
    },
    {
      id: 'file.examples',
      group,
      label: t('app.command.examples'),
      run: () => leaving(() => showDialog({ kind: 'examples' })),
    },
    {
      id: 'file.save',
      group,
      label: t('app.command.save'),
      shortcut: { code: 'KeyS', mod: true },
      worksInText: true,
      isEnabled: isOpen && canSave,
      run: () => save(),
    },
    {
      id: 'file.saveAs',
      group,
      label: t('app.command.saveAs'),
      shortcut: { code: 'KeyS', mod: true, shift: true },
      worksInText: true,
      isEnabled: isOpen,
      run: () => saveAs(),
    },
    packCommand(t, isOpen),
    {
      id: 'file.close',
      group,
      label: t('app.command.closeProject'),
      isEnabled: isOpen,
      run: () => leaving(closeDocument),
    },
  ]
}

const editCommands = (t: TFunction, canUndo: boolean, canRedo: boolean): readonly Command[] => {
  const group = t('app.menu.edit')
  return [
    {
      id: 'edit.undo',
      group,
      label: t('app.command.undo'),
      shortcut: { code: 'KeyZ', mod: true },
      isEnabled: canUndo,
      run: undo,
    },
    {
      id: 'edit.redo',
      group,
      label: t('app.command.redo'),
      shortcut: { code: 'KeyZ', mod: true, shift: true },
      isEnabled: canRedo,
      run: redo,
    },
    {
      id: 'app.palette',
      group,
      label: t('app.command.palette'),
      shortcut: { code: 'KeyK', mod: true },
      worksInText: true,
      run: () => showDialog(sessionStore.getState().dialog?.kind === 'palette' ? null : { kind: 'palette' }),
    },
  ]
}

const themes: readonly Theme[] = ['system', 'light', 'dark']

const viewCommands = (t: TFunction): readonly Command[] => {
  const group = t('app.menu.view')
  const scale = (id: string, label: string, code: string, direction: 1 | -1 | 0): Command => ({
    id,
    group,
    label: `${t('app.menu.scale')}: ${label}`,
    shortcut: { code, mod: true },
    worksInText: true,
    run: () => stepScale(direction),
  })
  const names = {
    system: t('app.command.themeSystem'),
    light: t('app.command.themeLight'),
    dark: t('app.command.themeDark'),
  }
  return [
    scale('view.larger', t('app.command.larger'), 'Equal', 1),
    scale('view.smaller', t('app.command.smaller'), 'Minus', -1),
    scale('view.normal', t('app.command.normalSize'), 'Digit0', 0),
    ...themes.map((theme) => ({
      id: `view.theme.${theme}`,
      group,
      label: `${t('app.menu.theme')}: ${names[theme]}`,
      run: () => sessionStore.setState({ theme }),
    })),
    { id: 'view.en', group, label: 'English', run: () => sessionStore.setState({ language: 'en' }) },
    { id: 'view.ko', group, label: '한국어', run: () => sessionStore.setState({ language: 'ko' }) },
  ]
}

const goCommands = (t: TFunction, isOpen: boolean): readonly Command[] =>
  workspaces.map((workspace, index) => ({
    id: `go.${workspace}`,
    group: t('app.menu.go'),
    label: t(`app.workspace.${workspace}`),
    shortcut: { code: `Digit${index + 1}`, alt: true },
    worksInText: true,
    isEnabled: isOpen,
    run: () => showWorkspace(workspace),
  }))

/** Offers everything that can be done wherever the user is. */
export function useAppCommands(): void {
  const { t } = useTranslation()
  const isOpen = useDocument(({ project }) => project !== null)
  const canSave = useDocument((state) => isUnsaved(state) || state.readOnly)
  const canUndo = useDocument(({ history }) => history.past.length > 0)
  const canRedo = useDocument(({ history }) => history.future.length > 0)
  const commands = useMemo(
    () => [
      ...fileCommands(t, isOpen, canSave),
      ...editCommands(t, canUndo, canRedo),
      ...goCommands(t, isOpen),
      ...viewCommands(t),
    ],
    [t, isOpen, canSave, canUndo, canRedo],
  )
  useCommands('app', commands)
}

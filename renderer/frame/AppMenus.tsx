import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { type Command, commandStore } from '../store/commands.ts'
import { sessionStore, useSession } from '../store/session.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { Menu, type MenuGroup, type MenuItem } from '../ui/overlay/Menu.tsx'
import styles from './TopBar.module.css'

const asItem = ({ id, label, shortcut, isEnabled, run }: Command): MenuItem => ({
  id,
  label,
  shortcut,
  isDisabled: isEnabled === false,
  run,
})

const useGroups = (groups: readonly (readonly string[])[]): readonly MenuGroup[] => {
  const offers = useStore(commandStore, (state) => state.offers)
  const commands = [...offers.values()].flat()
  return groups.map((ids, index) => ({
    id: String(index),
    items: ids.flatMap((id) => commands.filter((command) => command.id === id).map(asItem)),
  }))
}

const fileGroups = [
  ['file.new', 'file.newFromTable'],
  ['file.open', 'file.examples'],
  ['file.save', 'file.saveAs', 'file.pack'],
  ['picture.svg', 'picture.png'],
  ['file.close'],
]
const editGroups = [['edit.undo', 'edit.redo'], ['app.palette']]

/** File, Edit and View. The desktop's own menu bar offers the same. */
export function AppMenus() {
  const { t } = useTranslation()
  const file = useGroups(fileGroups)
  const edit = useGroups(editGroups)
  return (
    <div className={styles['menus']}>
      <AppMenu label={t('app.menu.file')} groups={file} />
      <AppMenu label={t('app.menu.edit')} groups={edit} />
      <AppMenu label={t('app.menu.view')} groups={useViewGroups()} />
    </div>
  )
}

function AppMenu({ label, groups }: { readonly label: string; readonly groups: readonly MenuGroup[] }) {
  return (
    <Menu
      label={label}
      groups={groups}
      trigger={
        <Button variant="quiet" className={styles['menu']}>
          {label}
        </Button>
      }
    />
  )
}

function useViewGroups(): readonly MenuGroup[] {
  const { t } = useTranslation()
  const theme = useSession((state) => state.theme)
  const language = useSession((state) => state.language)
  const scale = useSession((state) => state.scale)
  const size = useGroups([['view.larger', 'view.smaller', 'view.normal']])[0]?.items ?? []
  const themes = [
    ['system', t('app.command.themeSystem')],
    ['light', t('app.command.themeLight')],
    ['dark', t('app.command.themeDark')],
  ] as const
  const languages = [
    ['en', 'English'],
    ['ko', '한국어'],
  ] as const
  return [
    {
      id: 'theme',
      title: t('app.menu.theme'),
      items: themes.map(([id, label]) => ({
        id: `theme-${id}`,
        label,
        isChecked: theme === id,
        run: () => sessionStore.setState({ theme: id }),
      })),
    },
    {
      id: 'scale',
      title: `${t('app.menu.scale')} · ${Math.round(scale * 100)} %`,
      items: size.map((item) => ({ ...item, label: item.label.split(': ').at(-1) ?? item.label })),
    },
    {
      id: 'language',
      title: t('app.menu.language'),
      items: languages.map(([id, label]) => ({
        id: `language-${id}`,
        label,
        isChecked: language === id,
        run: () => sessionStore.setState({ language: id }),
      })),
    },
  ]
}

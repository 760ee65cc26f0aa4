import type { TFunction } from 'i18next'
import {
  ArrowLeft,
  ArrowRight,
  FileSearch,
  MoreHorizontal,
  Replace,
  Settings2,
  Star,
  Trash2,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { makeMainSource, removeSource, shiftSource, usesOfSource } from '../../shared/edits/manageSources.ts'
import type { Source } from '../../shared/project.ts'
import { showDetails } from '../store/dataView.ts'
import { currentProject, edit, useProject } from '../store/document.ts'
import { showDialog } from '../store/session.ts'
import { IconButton } from '../ui/buttons/IconButton.tsx'
import { Menu, type MenuGroup, type MenuItem } from '../ui/overlay/Menu.tsx'

/** Removes a source: at once when the model takes nothing from it, else after saying what goes with it. */
const askToRemove = (source: string): void => {
  if (usesOfSource(currentProject(), source).columns > 0) showDialog({ kind: 'removeSource', source })
  else edit((project) => removeSource(project, source))
}

const fileGroup = (t: TFunction, source: string): MenuGroup => ({
  id: 'file',
  items: [
    {
      id: 'settings',
      label: t('data.source.settings'),
      icon: <Settings2 aria-hidden />,
      run: () => showDetails('source'),
    },
    {
      id: 'replace',
      label: t('data.source.replace'),
      icon: <Replace aria-hidden />,
      run: () => showDialog({ kind: 'replaceSource', source }),
    },
    {
      id: 'find',
      label: t('data.find'),
      icon: <FileSearch aria-hidden />,
      run: () => showDialog({ kind: 'findSource', source }),
    },
  ],
})

/** `place` is the source's among `count`; with one source there is no order. */
const orderGroup = (t: TFunction, source: string, place: number, count: number): MenuGroup => {
  const shift = (by: 1 | -1) => void edit((project) => shiftSource(project, source, by))
  const items = [
    {
      id: 'main',
      label: t('data.source.makeMain'),
      icon: <Star aria-hidden />,
      isDisabled: place === 0,
      run: () => void edit((project) => makeMainSource(project, source)),
    },
    {
      id: 'back',
      label: t('data.source.back'),
      icon: <ArrowLeft aria-hidden />,
      isDisabled: place < 2,
      run: () => shift(-1),
    },
    {
      id: 'on',
      label: t('data.source.on'),
      icon: <ArrowRight aria-hidden />,
      isDisabled: place < 1 || place === count - 1,
      run: () => shift(1),
    },
  ]
  return { id: 'order', items: count < 2 ? [] : items }
}

/** What can be done with a source as a whole. */
export function SourceMenu({ source: { id } }: { readonly source: Source }) {
  const { t } = useTranslation()
  const sources = useProject(({ data }) => data.sources)
  const place = sources.findIndex((source) => source.id === id)
  const remove: MenuItem = {
    id: 'remove',
    label: t('data.source.remove'),
    icon: <Trash2 aria-hidden />,
    isDanger: true,
    run: () => askToRemove(id),
  }
  return (
    <Menu
      label={t('data.source.menu')}
      placement="bottom end"
      trigger={
        <IconButton label={t('data.source.menu')} icon={<MoreHorizontal aria-hidden />} size="small" />
      }
      groups={[fileGroup(t, id), orderGroup(t, id, place, sources.length), { id: 'remove', items: [remove] }]}
    />
  )
}

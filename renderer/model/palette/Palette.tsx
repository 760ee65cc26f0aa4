import { Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paletteEntries } from '../../../shared/layers/index.ts'
import { useWords } from '../../i18n/useWords.ts'
import { TextField } from '../../ui/form/TextField.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import { DragGhost } from './DragGhost.tsx'
import styles from './Palette.module.css'
import { paletteGroups } from './paletteGroups.ts'
import { PaletteList } from './PaletteList.tsx'
import { useCategoryTitle } from './useCategoryTitle.ts'
import { usePaletteKeys } from './usePaletteKeys.ts'

/** Every layer of the catalogue by category, with a search. */
export function Palette() {
  const { t } = useTranslation()
  const { language } = useWords()
  const titleOf = useCategoryTitle()
  const [search, setSearch] = useState('')
  const groups = useMemo(
    () => paletteGroups(paletteEntries, search, language, titleOf),
    [search, language, titleOf],
  )
  return (
    <div className={styles['palette']} {...usePaletteKeys()}>
      <Panel
        title={t('model.palette.title')}
        isFlush
        top={
          <TextField
            label={t('model.palette.search')}
            isLabelHidden
            icon={<Search className={styles['search']} aria-hidden />}
            placeholder={t('model.palette.search')}
            value={search}
            onChange={setSearch}
          />
        }
      >
        <PaletteList groups={groups} />
        <p className={styles['foot']}>
          {groups.length > 0 ? t('model.palette.hint') : t('model.palette.none')}
        </p>
      </Panel>
      <DragGhost />
    </div>
  )
}

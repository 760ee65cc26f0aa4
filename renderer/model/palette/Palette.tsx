import { Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paletteEntries } from '../../../shared/layers/index.ts'
import { TextField } from '../../ui/form/TextField.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import { MyBlocks } from '../groups/MyBlocks.tsx'
import { DragGhost } from './DragGhost.tsx'
import styles from './Palette.module.css'
import { PaletteList } from './PaletteList.tsx'
import { searchEntries } from './searchEntries.ts'
import { usePaletteKeys } from './usePaletteKeys.ts'

/** Every layer of the catalogue by category, with a search. */
export function Palette() {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const entries = useMemo(() => searchEntries(paletteEntries, search), [search])
  return (
    <div className={styles['palette']} {...usePaletteKeys()}>
      <Panel
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
        <MyBlocks search={search} />
        <PaletteList entries={entries} isGrouped={!search.trim()} />
        <p className={styles['foot']}>
          {entries.length > 0 ? t('model.palette.hint') : t('model.palette.none')}
        </p>
      </Panel>
      <DragGhost />
    </div>
  )
}

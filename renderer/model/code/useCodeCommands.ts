import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { looksLikeKeras } from '../../../shared/keras/looksLikeKeras.ts'
import { useCommands } from '../../store/commands.ts'
import { useDocument } from '../../store/document.ts'
import { toggleBottom } from '../bottom/bottomStore.ts'
import { onPasteOther } from '../clip/pasteOther.ts'
import { openImport } from './codeStore.ts'

const takePaste = (text: string): boolean => {
  const isCode = looksLikeKeras(text)
  if (isCode) openImport(text)
  return isCode
}

/** Offers code in and out to menus and the command palette, and takes in code that is pasted on the canvas. */
export const useCodeCommands = (): void => {
  const { t } = useTranslation()
  const canEdit = !useDocument((state) => state.readOnly)
  useEffect(() => {
    if (!canEdit) return
    onPasteOther(takePaste)
    return () => onPasteOther(null)
  }, [canEdit])
  const commands = useMemo(() => {
    const group = t('model.command.group')
    return [
      {
        id: 'model.openCode',
        group,
        label: t('model.code.open'),
        isEnabled: canEdit,
        run: () => openImport(),
      },
      { id: 'model.showCode', group, label: t('model.code.show'), run: () => toggleBottom('code') },
    ]
  }, [t, canEdit])
  useCommands('model.code', commands)
}

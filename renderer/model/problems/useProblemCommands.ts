import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { repairAll } from '../../../shared/repairs/repairAll.ts'
import { type Command, useCommands } from '../../store/commands.ts'
import { useDocument } from '../../store/document.ts'
import { showBottom } from '../bottom/bottomStore.ts'
import { applyRepair } from './applyRepair.ts'
import { stepProblem } from './stepProblem.ts'

/** Offers what can be done about problems to the command palette and the keyboard. */
export const useProblemCommands = (): void => {
  const { t } = useTranslation()
  const canEdit = !useDocument((state) => state.readOnly)
  const commands = useMemo((): readonly Command[] => {
    const group = t('model.command.group')
    return [
      {
        id: 'model.nextProblem',
        label: t('model.problems.next'),
        group,
        shortcut: { code: 'F8' },
        worksInText: true,
        run: () => stepProblem(1),
      },
      {
        id: 'model.previousProblem',
        label: t('model.problems.previous'),
        group,
        shortcut: { code: 'F8', shift: true },
        worksInText: true,
        run: () => stepProblem(-1),
      },
      { id: 'model.showProblems', label: t('model.problems.show'), group, run: () => showBottom('problems') },
      {
        id: 'model.showSummary',
        label: t('model.problems.showSummary'),
        group,
        run: () => showBottom('summary'),
      },
      {
        id: 'model.repairAll',
        label: t('model.problems.repairAll'),
        group,
        isEnabled: canEdit,
        run: () => applyRepair(repairAll),
      },
    ]
  }, [t, canEdit])
  useCommands('model.problems', commands)
}

import type { KeyboardEvent } from 'react'
import { GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { moveStep, removeStep } from '../../../shared/edits/steps.ts'
import { isKnownStep } from '../../../shared/prep/steps/step.ts'
import { edit } from '../../store/document.ts'
import { useStepReport } from '../../store/stepReport.ts'
import { placeOf, stepItems } from './stepItems.ts'
import { useReadProject } from '../../store/useReadProject.ts'
import { StepLine } from './StepLine.tsx'
import styles from './Steps.module.css'

interface StepListProps {
  readonly selected: string | null
  readonly onSelect: (id: string | null) => void
}

/** The steps in order; dragged by mouse, or moved by Alt and the arrow keys. */
export function StepList({ selected, onSelect }: StepListProps) {
  const { t } = useTranslation()
  const project = useReadProject()
  const { report: last, problem, isWorking } = useStepReport()
  // A report of the steps as they were says nothing of those that stand there now.
  const report = isWorking ? null : last
  const items = stepItems(project, report, problem)
  const indexOf = (id: unknown) => items.findIndex((item) => item.id === id)
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder({ keys: [key], target }) {
      const from = indexOf(key)
      const to = placeOf(from, indexOf(target.key), target.dropPosition)
      edit((whole) => moveStep(whole, from, to))
    },
  })
  const onKeys = (event: KeyboardEvent) => {
    const inField = event.target instanceof HTMLElement && event.target.closest('button, input, [role=menu]')
    const index = indexOf(selected)
    if (index < 0 || event.nativeEvent.isComposing || inField) return
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (event.altKey && by !== 0) edit((whole) => moveStep(whole, index, index + by))
    else if (event.key === 'Delete') edit((whole) => removeStep(whole, index))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div onKeyDownCapture={onKeys}>
      <GridList
        className={styles['list'] ?? ''}
        aria-label={t('data.steps.title')}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys]
          onSelect(key === undefined ? null : String(key))
        }}
        dragAndDropHooks={dragAndDropHooks}
        dependencies={[project, report, problem, t]}
        items={items}
      >
        {(item) => (
          <GridListItem
            id={item.id}
            textValue={isKnownStep(item.step) ? t(`data.steps.kinds.${item.step.kind}`) : item.step.kind}
            className={styles['item'] ?? ''}
          >
            <StepLine item={item} count={items.length} />
          </GridListItem>
        )}
      </GridList>
    </div>
  )
}

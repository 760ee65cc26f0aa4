import type { KeyboardEvent } from 'react'
import { GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { moveStep, removeStep } from '../../../shared/edits/steps.ts'
import { isKnownStep } from '../../../shared/prep/steps/step.ts'
import { edit } from '../../store/document.ts'
import { useStepReport } from '../../store/stepReport.ts'
import { placeOf, stepItems } from './stepItems.ts'
import { useReadProject } from './useReadProject.ts'
import { StepLine } from './StepLine.tsx'
import styles from './Steps.module.css'

interface StepListProps {
  readonly selected: number | null
  readonly onSelect: (index: number | null) => void
}

/** The steps in order; dragged by mouse, or moved by Alt and the arrow keys. */
export function StepList({ selected, onSelect }: StepListProps) {
  const { t } = useTranslation()
  const project = useReadProject()
  const { report, problem } = useStepReport()
  const items = stepItems(project, report, problem)
  const move = (from: number, to: number) => {
    if (to < 0 || to >= items.length || from === to) return
    edit((whole) => moveStep(whole, from, to))
    onSelect(to)
  }
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder({ keys, target }) {
      const [from] = [...keys].map(Number)
      if (from !== undefined) move(from, placeOf(from, Number(target.key), target.dropPosition))
    },
  })
  const onKeys = (event: KeyboardEvent) => {
    const inField = event.target instanceof HTMLElement && event.target.closest('button, input, [role=menu]')
    if (selected === null || event.nativeEvent.isComposing || inField) return
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (event.altKey && by !== 0) move(selected, selected + by)
    else if (event.key === 'Delete') edit((whole) => removeStep(whole, selected))
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
        selectedKeys={selected === null ? [] : [String(selected)]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys]
          onSelect(key === undefined ? null : Number(key))
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
            <StepLine item={item} count={items.length} onMoved={onSelect} />
          </GridListItem>
        )}
      </GridList>
    </div>
  )
}

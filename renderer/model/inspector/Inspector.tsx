import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { layerOf } from '../../../shared/graph.ts'
import { isCall, isInput, isOutput } from '../../../shared/project.ts'
import { currentProject, useProject } from '../../store/document.ts'
import { sessionStore, useSession } from '../../store/session.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import { GroupInspector } from '../groups/GroupInspector.tsx'
import { inspectedGroup } from '../groups/inspectedGroup.ts'
import { focusNode } from '../canvas/focusNode.ts'
import { cardOf } from '../groups/flowSelection.ts'
import { inspectorMark } from './focusInspector.ts'
import { InputInspector } from './InputInspector.tsx'
import styles from './Inspector.module.css'
import { LayerInspector } from './LayerInspector.tsx'
import { ModelSummary } from './ModelSummary.tsx'
import { OutputInspector } from './OutputInspector.tsx'
import { SelectionSummary } from './SelectionSummary.tsx'
import { UnknownInspector } from './UnknownInspector.tsx'

/** Escape goes back to the node; one that closes a list or takes back what was typed stays here. */
const leave = (event: KeyboardEvent<HTMLElement>) => {
  if (event.code !== 'Escape' || event.nativeEvent.isComposing || event.defaultPrevented) return
  // Lists hang elsewhere on the page, but their keys come by here.
  if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return
  const { selection } = sessionStore.getState()
  const [card, other] = new Set(selection.map((id) => cardOf(currentProject(), id)))
  if (card !== undefined && other === undefined) focusNode(card)
}

/** Details of what is selected: a node, several, or the whole model. */
export function Inspector() {
  const { t } = useTranslation()
  const selection = useSession((state) => state.selection)
  const [first] = selection
  const group = useProject((project) => inspectedGroup(project, selection))
  return (
    <div className={styles['inspector']} {...{ [inspectorMark]: '' }} onKeyDown={leave}>
      <Panel title={first === undefined ? t('model.summary.title') : t('model.inspector.title')}>
        {first === undefined ? (
          <ModelSummary />
        ) : group !== null ? (
          <GroupInspector key={group} group={group} />
        ) : selection.length > 1 ? (
          <SelectionSummary ids={selection} />
        ) : (
          <NodeInspector key={first} id={first} />
        )}
      </Panel>
    </div>
  )
}

function NodeInspector({ id }: { readonly id: string }) {
  const node = useProject(({ nodes }) => (Object.hasOwn(nodes, id) ? nodes[id] : undefined))
  const layer = useProject((project) => node && layerOf(project, node))
  if (!node) return null
  if (isInput(node)) return <InputInspector id={id} input={node.input} />
  if (isOutput(node)) return <OutputInspector id={id} output={node.output} />
  if (isCall(node) && layer) return <LayerInspector id={id} node={node} layer={layer} />
  return <UnknownInspector id={id} />
}

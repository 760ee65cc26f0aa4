import { useTranslation } from 'react-i18next'
import { layerOf } from '../../../shared/graph.ts'
import { isCall, isInput, isOutput } from '../../../shared/project.ts'
import { useProject } from '../../store/document.ts'
import { useSession } from '../../store/session.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import { inspectorMark } from './focusInspector.ts'
import { InputInspector } from './InputInspector.tsx'
import styles from './Inspector.module.css'
import { LayerInspector } from './LayerInspector.tsx'
import { ModelSummary } from './ModelSummary.tsx'
import { OutputInspector } from './OutputInspector.tsx'
import { SelectionSummary } from './SelectionSummary.tsx'
import { UnknownInspector } from './UnknownInspector.tsx'

/** Details of what is selected: a node, several, or the whole model. */
export function Inspector() {
  const { t } = useTranslation()
  const selection = useSession((state) => state.selection)
  const [first] = selection
  return (
    <div className={styles['inspector']} {...{ [inspectorMark]: '' }}>
      <Panel title={first === undefined ? t('model.summary.title') : t('model.inspector.title')}>
        {first === undefined ? (
          <ModelSummary />
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

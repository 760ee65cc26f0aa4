import { useTranslation } from 'react-i18next'
import { renameLayer, setParam } from '../../../shared/edits/setValues.ts'
import type { LayerDefinition } from '../../../shared/layers/define.ts'
import { findLayer } from '../../../shared/layers/index.ts'
import type { CallNode, LayerEntry } from '../../../shared/project.ts'
import { useAnalysis } from '../../store/analysis.ts'
import { edit, useProject } from '../../store/document.ts'
import { Section } from '../../ui/layout/Section.tsx'
import { isSame } from '../canvas/isSame.ts'
import { sharedLayers } from '../card/nodeCard.ts'
import { AboutLayer } from './AboutLayer.tsx'
import { Connections } from './Connections.tsx'
import { NodeHeader } from './NodeHeader.tsx'
import { ParamSections } from './params/ParamSections.tsx'
import { Shapes } from './Shapes.tsx'
import { Weights } from './Weights.tsx'

interface LayerInspectorProps {
  readonly id: string
  readonly node: CallNode
  readonly layer: LayerEntry
}

/** Everything about a call of a layer: its parameters, connections, shapes and weights. */
export function LayerInspector({ id, node, layer }: LayerInspectorProps) {
  const { t } = useTranslation()
  const definition = findLayer(layer.type)
  const problems = useAnalysis(({ nodes }) => nodes[id]?.problems) ?? []
  const calls = useProject(({ nodes }) => sharedLayers(nodes).get(node.layer)?.calls ?? 1)
  return (
    <>
      <NodeHeader
        id={id}
        category={definition?.category ?? 'unknown'}
        type={layer.type}
        typeTitle={definition?.title ?? layer.type}
        name={layer.name}
        onName={(name) => edit((project) => renameLayer(project, node.layer, name))}
        problems={problems}
        note={calls > 1 ? t('model.inspector.shared', { count: calls }) : undefined}
      />
      {definition && <Parameters layerId={node.layer} layer={layer} definition={definition} />}
      <Connections id={id} />
      <Section title={t('model.inspector.shapes')}>
        <Shapes id={id} />
        <Weights id={id} />
      </Section>
      {definition && <AboutLayer entry={definition} />}
    </>
  )
}

interface ParametersProps {
  readonly layerId: string
  readonly layer: LayerEntry
  readonly definition: LayerDefinition
}

/** The form of a layer's parameters, with the way back to all defaults. */
function Parameters({ layerId, layer, definition }: ParametersProps) {
  const { params } = definition
  const given = (name: string) => (Object.hasOwn(layer.params, name) ? layer.params[name] : undefined)
  const changed = Object.keys(params).filter(
    (name) => given(name) !== undefined && !isSame(given(name), params[name]?.default),
  )
  const resetAll = () =>
    edit((project) => changed.reduce((so, name) => setParam(so, layerId, name, undefined), project))
  return (
    <ParamSections
      params={params}
      given={given}
      onChange={(name, value) => edit((project) => setParam(project, layerId, name, value))}
      onResetAll={changed.length > 1 ? resetAll : undefined}
    />
  )
}

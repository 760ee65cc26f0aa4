import { useTranslation } from 'react-i18next'
import { setOutput } from '../../../shared/edits/setValues.ts'
import { output as entry } from '../../../shared/layers/output.ts'
import { modelNames } from '../../../shared/names.ts'
import type { OutputSpec } from '../../../shared/project.ts'
import { useAnalysis } from '../../store/analysis.ts'
import { edit, useProject } from '../../store/document.ts'
import { AboutLayer } from './AboutLayer.tsx'
import { Connections } from './Connections.tsx'
import { NodeHeader } from './NodeHeader.tsx'
import { OutputTarget } from './OutputTarget.tsx'
import { OutputTraining } from './OutputTraining.tsx'

interface OutputInspectorProps {
  readonly id: string
  readonly output: OutputSpec
}

/** An output of the model: what it predicts, its loss and its metrics. */
export function OutputInspector({ id, output }: OutputInspectorProps) {
  const { t } = useTranslation()
  const problems = useAnalysis(({ nodes }) => nodes[id]?.problems) ?? []
  const effective = useProject((project) => modelNames(project).outputs.get(id) ?? '')
  const set = (patch: Partial<OutputSpec>) => edit((project) => setOutput(project, id, patch))
  return (
    <>
      <NodeHeader
        id={id}
        category={entry.category}
        type={entry.type}
        typeTitle={entry.title}
        name={output.name ?? ''}
        namePlaceholder={effective}
        nameHelp={t('model.output.nameHelp')}
        onName={(name) => set({ name: name || undefined })}
        problems={problems}
      />
      <OutputTarget id={id} output={output} />
      <OutputTraining output={output} onChange={set} />
      <Connections id={id} />
      <AboutLayer entry={entry} />
    </>
  )
}

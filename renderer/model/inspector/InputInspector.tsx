import { useTranslation } from 'react-i18next'
import { setInput } from '../../../shared/edits/setValues.ts'
import { input as entry } from '../../../shared/layers/input.ts'
import type { InputSpec } from '../../../shared/project.ts'
import { useAnalysis } from '../../store/analysis.ts'
import { edit } from '../../store/document.ts'
import { Select } from '../../ui/form/Select.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { AboutLayer } from './AboutLayer.tsx'
import { Connections } from './Connections.tsx'
import { readShape, showShape } from './fields/readShape.ts'
import { TypedField } from '../../fields/TypedField.tsx'
import { InputColumns } from './InputColumns.tsx'
import { InputWindow } from './InputWindow.tsx'
import { NodeHeader } from './NodeHeader.tsx'

const dtypes = ['float32', 'int32'] as const

interface InputInspectorProps {
  readonly id: string
  readonly input: InputSpec
}

/** An input of the model: its name, shape and number type, and the columns that fill it. */
export function InputInspector({ id, input }: InputInspectorProps) {
  const { t } = useTranslation()
  const problems = useAnalysis(({ nodes }) => nodes[id]?.problems) ?? []
  const set = (patch: Partial<InputSpec>) => edit((project) => setInput(project, id, patch))
  return (
    <>
      <NodeHeader
        id={id}
        category={entry.category}
        type={entry.type}
        typeTitle={entry.title}
        name={input.name}
        onName={(name) => set({ name })}
        problems={problems}
      />
      <Section title={t('model.inspector.parameters')}>
        <TypedField
          label={t('model.input.shape')}
          help={t('model.input.shapeHelp')}
          value={showShape(input.shape)}
          // What is no size is refused by the document's schema, with its reason.
          onWrite={(text) => set({ shape: readShape(text) as InputSpec['shape'] })}
        />
        <Select
          label={t('model.input.dtype')}
          help={t('model.input.dtypeHelp')}
          items={dtypes.map((dtype) => ({ id: dtype, label: dtype }))}
          value={input.dtype}
          onChange={(dtype) => set({ dtype })}
        />
      </Section>
      <InputColumns id={id} input={input} />
      <InputWindow id={id} input={input} />
      <Connections id={id} />
      <AboutLayer entry={entry} />
    </>
  )
}

import { Trash2, Wand2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { removeColumn, setEncoding } from '../../shared/edits/columns.ts'
import { fitHead, setTarget } from '../../shared/edits/target.ts'
import type { ProblemCode } from '../../shared/problems.ts'
import type { ColumnProfile } from '../../shared/table.ts'
import { ClassWeightsForm } from '../encoding/ClassWeightsForm.tsx'
import { EncodedSample } from '../encoding/EncodedSample.tsx'
import { InputEncodingForm } from '../encoding/InputEncodingForm.tsx'
import { TargetEncodingForm } from '../encoding/TargetEncodingForm.tsx'
import { problemText } from '../i18n/problemText.ts'
import { useAnalysis } from '../store/analysis.ts'
import { edit, useProject } from '../store/document.ts'
import { useProfile } from '../store/table.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { Notice } from '../ui/feedback/Notice.tsx'
import { Section } from '../ui/layout/Section.tsx'
import type { Use } from './columnUses.ts'
import { refOf } from './refOf.ts'

interface UseFormProps {
  readonly source: string
  readonly column: ColumnProfile
  readonly use: Use
  /** Otherwise the column is used elsewhere too, and this use can be taken away alone. */
  readonly isOnly: boolean
}

/** How a column becomes numbers for one node, and what that node still lacks. */
export function UseForm({ source, column, use, isOnly }: UseFormProps) {
  const { t } = useTranslation()
  const { node, name } = use
  const remove = () =>
    void edit((project) =>
      use.kind === 'input'
        ? removeColumn(project, node, refOf(project, source, column.name))
        : setTarget(project, node, undefined),
    )
  return (
    <Section title={t('data.encodingTitle')} note={name}>
      {use.kind === 'input' ? (
        <InputEncodingForm
          column={column}
          encoding={use.encoding}
          onChange={(encoding) =>
            edit((project) => setEncoding(project, node, refOf(project, source, column.name), encoding))
          }
        />
      ) : (
        <>
          <TargetEncodingForm
            column={column}
            encoding={use.encoding}
            onChange={(encoding) =>
              edit((project) =>
                setTarget(project, node, { ...refOf(project, source, column.name), encoding }),
              )
            }
          />
          <ClassWeightsForm node={node} />
        </>
      )}
      <Sample source={source} column={column} use={use} />
      <NodeProblems node={node} />
      {!isOnly && (
        <Button variant="quiet" size="small" icon={<Trash2 aria-hidden />} onPress={remove}>
          {t('data.removeUse', { name })}
        </Button>
      )}
    </Section>
  )
}

/** What the first cells become; nothing for a column that a step makes. */
function Sample({ source, column, use }: Omit<UseFormProps, 'isOnly'>) {
  const index = useProfile(source)?.columns.findIndex(({ name }) => name === column.name) ?? -1
  return index < 0 ? null : <EncodedSample source={source} index={index} encoding={use.encoding} />
}

/** Problems that a column and its encoding can bring; those of the graph show in Model. */
const aboutColumns: ReadonlySet<ProblemCode> = new Set([
  'widthMismatch',
  'columnMissing',
  'sourceMissing',
  'targetShapeMismatch',
  'activationContradictsLoss',
  'lossContradictsTarget',
  'lossNeedsShape',
])

/** What of the node's columns keeps it from training, with a repair where there is one. */
function NodeProblems({ node }: { readonly node: string }) {
  const { t } = useTranslation()
  const problems = useAnalysis(({ nodes }) => nodes[node]?.problems)
  const canFit = useProject((project) => fitHead(project, node) !== project)
  return problems
    ?.filter(({ code }) => aboutColumns.has(code))
    .map((problem, index) => (
      <Notice
        key={problem.code}
        tone="warn"
        actions={
          canFit && index === 0 ? (
            <Button
              size="small"
              icon={<Wand2 aria-hidden />}
              onPress={() => void edit((project) => fitHead(project, node))}
            >
              {t('data.fitHead')}
            </Button>
          ) : undefined
        }
      >
        {problemText(problem)}
      </Notice>
    ))
}

import { problemText } from '../../i18n/problemText.ts'
import { useAnalysis } from '../../store/analysis.ts'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { RepairButtons } from '../problems/RepairButtons.tsx'
import { Connections } from './Connections.tsx'

/** A node whose layer the document does not have. */
export function UnknownInspector({ id }: { readonly id: string }) {
  const problems = useAnalysis(({ nodes }) => nodes[id]?.problems) ?? []
  return (
    <>
      {problems.map((problem) => (
        <Notice
          key={JSON.stringify(problem)}
          tone="danger"
          actions={<RepairButtons id={id} type="" problem={problem} />}
        >
          {problemText(problem)}
        </Notice>
      ))}
      <Connections id={id} />
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { findNode, inputPorts, outputPorts } from '../../../shared/graph.ts'
import type { Port, TensorSpec } from '../../../shared/layers/define.ts'
import { shapeText } from '../../../shared/layers/shapes.ts'
import { formatBytes, formatFlops } from '../../i18n/format.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useAnalysis } from '../../store/analysis.ts'
import { useProject } from '../../store/document.ts'
import styles from './Shapes.module.css'

/** What arrives at a node and what leaves it, port by port. */
export function Shapes({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const project = useProject((all) => all)
  const analysis = useAnalysis(({ nodes }) => nodes[id])
  const node = findNode(project, id)
  if (!node) return null
  const outputs = Object.fromEntries(
    Object.entries(analysis?.outputs ?? {}).map(([port, spec]) => [port, [spec]]),
  )
  return (
    <dl className={styles['shapes']}>
      <Side
        title={t('model.inspector.in')}
        ports={inputPorts(project, node) ?? []}
        specs={analysis?.inputs ?? {}}
      />
      <Side title={t('model.inspector.out')} ports={outputPorts(project, node) ?? []} specs={outputs} />
      {analysis && analysis.flops > 0 && (
        <div className={styles['line']}>
          <dt title={t('model.summary.flopsHelp')}>{t('model.summary.flops')}</dt>
          <dd>{formatFlops(analysis.flops)}</dd>
        </div>
      )}
      {analysis && analysis.memoryBytes > 0 && (
        <div className={styles['line']}>
          <dt title={t('model.summary.memoryHelp')}>{t('model.summary.memory')}</dt>
          <dd>{formatBytes(analysis.memoryBytes)}</dd>
        </div>
      )}
    </dl>
  )
}

interface SideProps {
  readonly title: string
  readonly ports: readonly Port[]
  readonly specs: Readonly<Record<string, readonly TensorSpec[]>>
}

function Side({ title, ports, specs }: SideProps) {
  const { t } = useTranslation()
  const { words } = useWords()
  return ports.map(({ name, title: port }) => (
    <div key={name} className={styles['line']}>
      <dt>{ports.length > 1 ? words(port) : title}</dt>
      <dd>
        {(specs[name] ?? []).map(({ shape, dtype }, index) => (
          // Tensors at one port have no names; their order is their identity.
          <span key={`${name}-${index}`} className={styles['spec']}>
            {shapeText(shape)} <small>{dtype}</small>
          </span>
        ))}
        {!specs[name]?.length && <span className={styles['none']}>{t('model.inspector.noShape')}</span>}
      </dd>
    </div>
  ))
}

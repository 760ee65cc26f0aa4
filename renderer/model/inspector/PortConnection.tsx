import { Unlink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { connect, disconnect } from '../../../shared/edits/connect.ts'
import { findNode } from '../../../shared/graph.ts'
import type { Port } from '../../../shared/layers/define.ts'
import { nodeTitle } from '../../../shared/names.ts'
import type { Edge, Project } from '../../../shared/project.ts'
import { useWords } from '../../i18n/useWords.ts'
import { edit } from '../../store/document.ts'
import { Button } from '../../ui/buttons/Button.tsx'
import { IconButton } from '../../ui/buttons/IconButton.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { selectNodes } from '../../store/session.ts'
import styles from './Connections.module.css'
import { ControlGroup } from './fields/ControlGroup.tsx'
import { type SourceChoice, sourceId, sourcesFor } from './sourcesFor.ts'

interface PortConnectionProps {
  readonly project: Project
  readonly id: string
  readonly port: Port
}

/** Where one input port's tensor comes from; a port that takes many lists them. */
export function PortConnection(props: PortConnectionProps) {
  const { project, id, port } = props
  const edges = project.edges.filter((edge) => edge.to === id && edge.in === port.name)
  return port.many ? <ManySources {...props} edges={edges} /> : <OneSource {...props} edges={edges} />
}

type SourcesProps = PortConnectionProps & { readonly edges: readonly Edge[] }

const useChoice = () => {
  const { t } = useTranslation()
  return ({ id, title, port }: SourceChoice) => ({
    id,
    label: port === null ? title : t('model.inspector.fromNode', { name: title, port }),
  })
}

function OneSource({ project, id, port, edges }: SourcesProps) {
  const { t } = useTranslation()
  const { words } = useWords()
  const choice = useChoice()
  const sources = sourcesFor(project, id, port.name)
  const [edge] = edges
  const choose = (key: string) => {
    const source = sources.find((one) => one.id === key)
    edit((now) =>
      source
        ? connect(now, { from: source.from, out: source.out, to: id, in: port.name })
        : disconnect(now, edges),
    )
  }
  return (
    <Select
      label={words(port.title)}
      items={[{ id: '', label: t('model.inspector.nothing') }, ...sources.map(choice)]}
      value={edge ? sourceId(edge) : ''}
      onChange={choose}
    />
  )
}

function ManySources({ project, id, port, edges }: SourcesProps) {
  const { t } = useTranslation()
  const { words } = useWords()
  const choice = useChoice()
  const used = new Set(edges.map(sourceId))
  const left = sourcesFor(project, id, port.name).filter((source) => !used.has(source.id))
  const add = (key: string) => {
    const source = left.find((one) => one.id === key)
    if (source) edit((now) => connect(now, { from: source.from, out: source.out, to: id, in: port.name }))
  }
  return (
    <ControlGroup label={words(port.title)} isStacked>
      {edges.map((edge) => {
        const source = findNode(project, edge.from)
        const name = source ? nodeTitle(project, source) : edge.from
        return (
          <div key={sourceId(edge)} className={styles['edge']}>
            <Button size="small" onPress={() => selectNodes([edge.from])}>
              {name}
            </Button>
            <IconButton
              label={t('model.inspector.disconnect', { name })}
              icon={<Unlink />}
              size="small"
              onPress={() => edit((now) => disconnect(now, [edge]))}
            />
          </div>
        )
      })}
      {left.length > 0 && (
        <Select
          label={t('model.inspector.connectMore')}
          isLabelHidden
          placeholder={t('model.inspector.connectMore')}
          items={left.map(choice)}
          value={null}
          onChange={add}
        />
      )}
    </ControlGroup>
  )
}

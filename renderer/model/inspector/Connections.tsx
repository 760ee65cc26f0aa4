import { useTranslation } from 'react-i18next'
import { findNode, inputPorts } from '../../../shared/graph.ts'
import { modelNames, nodeTitle } from '../../../shared/names.ts'
import { useProject } from '../../store/document.ts'
import { Button } from '../../ui/buttons/Button.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { selectNodes } from '../../store/session.ts'
import styles from './Connections.module.css'
import { PortConnection } from './PortConnection.tsx'

/** Where a node's inputs come from and what it feeds: wiring without a mouse. */
export function Connections({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const project = useProject((all) => all)
  const node = findNode(project, id)
  if (!node) return null
  const ports = inputPorts(project, node) ?? []
  const fed = [...new Set(project.edges.filter(({ from }) => from === id).map(({ to }) => to))]
  const { outputs } = modelNames(project)
  if (ports.length === 0 && fed.length === 0) return null
  return (
    <Section title={t('model.inspector.connections')}>
      {ports.map((port) => (
        <PortConnection key={port.name} project={project} id={id} port={port} />
      ))}
      {fed.length > 0 && (
        <Field label={t('model.inspector.connectedTo')}>
          <div className={styles['fed']}>
            {fed.map((to) => {
              const target = findNode(project, to)
              return target ? (
                <Button key={to} variant="plain" size="small" onPress={() => selectNodes([to])}>
                  {outputs.get(to) ?? nodeTitle(project, target)}
                </Button>
              ) : null
            })}
          </div>
        </Field>
      )}
    </Section>
  )
}

import { useTranslation } from 'react-i18next'
import { renamePort } from '../../../shared/edits/groups.ts'
import { indexGraph } from '../../../shared/graph.ts'
import { groupPorts } from '../../../shared/groupPorts.ts'
import { TypedField } from '../../fields/TypedField.tsx'
import { edit, useProject } from '../../store/document.ts'
import styles from './GroupInspector.module.css'

interface PortNamesProps {
  readonly group: string
  readonly members: readonly string[]
}

/** The names of a group's ports; they can be changed. */
export function PortNames({ group, members }: PortNamesProps) {
  const { t } = useTranslation()
  const project = useProject((all) => all)
  const ports = groupPorts(project, indexGraph(project), group, members)
  const sides = ['inputs', 'outputs'] as const
  return sides.map((side) => (
    <fieldset key={side} className={styles['layer']}>
      <legend>{t(`model.groups.${side}`)}</legend>
      {ports[side].length === 0 && <p className={styles['hint']}>{t('model.inspector.nothing')}</p>}
      {ports[side].map(({ name }, index) => (
        <TypedField
          // A port keeps its place while its name is typed.
          key={index}
          label={t('model.groups.portName', { number: index + 1 })}
          isLabelHidden
          value={name}
          onWrite={(next) =>
            next === ''
              ? { code: 'valueMissing', values: { param: t('model.inspector.name') } }
              : edit((document) => renamePort(document, group, side, { from: name, to: next }))
          }
        />
      ))}
    </fieldset>
  ))
}

import { useTranslation } from 'react-i18next'
import { renameGroup } from '../../../shared/edits/groups.ts'
import { membersOf } from '../../../shared/groups.ts'
import { TypedField } from '../../fields/TypedField.tsx'
import { formatCount } from '../../i18n/format.ts'
import { useAnalysis } from '../../store/analysis.ts'
import { edit, useProject } from '../../store/document.ts'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { ExposedChoice } from './ExposedChoice.tsx'
import { ExposedForm } from './ExposedForm.tsx'
import styles from './GroupInspector.module.css'
import { GroupTools } from './GroupTools.tsx'
import { InnerProblemList } from './InnerProblemList.tsx'
import { PortNames } from './PortNames.tsx'
import { visibleOf } from './visibleOf.ts'

/** Everything about a group: its name, the parameters it shows, its ports, and what can be done with it. */
export function GroupInspector({ group }: { readonly group: string }) {
  const { t } = useTranslation()
  const title = useProject(({ groups }) => groups[group]?.title ?? '')
  const project = useProject((all) => all)
  const { tree, ties } = visibleOf(project)
  const members = membersOf(tree, group)
  const tie = ties.get(group)
  const parameters = useAnalysis(({ nodes }) =>
    members.reduce((sum, id) => sum + (nodes[id]?.parameters ?? 0), 0),
  )
  return (
    <>
      <div className={styles['header']}>
        <TypedField
          label={t('model.inspector.name')}
          value={title}
          onWrite={(name) => edit((document) => renameGroup(document, group, name))}
        />
        <Field label={t('model.groups.inside')}>
          <span className={styles['value']}>{t('model.groups.nodes', { count: members.length })}</span>
        </Field>
        <Field label={t('model.summary.parameters')}>
          <span className={styles['value']}>{formatCount(parameters)}</span>
        </Field>
        {tie && <Notice>{t('model.groups.tied', { count: tie.calls })}</Notice>}
        <InnerProblemList members={members} />
        <GroupTools group={group} isTied={tie !== undefined} />
      </div>
      <ExposedForm group={group} />
      <Section title={t('model.groups.ports')} isOpenAtFirst={false}>
        <PortNames group={group} members={members} />
      </Section>
      <Section title={t('model.groups.choose')} isOpenAtFirst={false}>
        <ExposedChoice group={group} members={members} />
      </Section>
    </>
  )
}

import { useTranslation } from 'react-i18next'
import type { Category } from '../../../shared/layers/define.ts'
import type { Problem } from '../../../shared/problems.ts'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { categoryHue } from '../card/categoryHue.ts'
import { categoryIcon } from '../card/categoryIcon.ts'
import { useProblemText } from '../../i18n/useProblemText.ts'
import { TypedField } from '../../fields/TypedField.tsx'
import { RepairButtons } from '../problems/RepairButtons.tsx'
import styles from './NodeHeader.module.css'

interface NodeHeaderProps {
  /** The node. */
  readonly id: string
  readonly category: Category | 'unknown'
  readonly type: string
  readonly typeTitle: string
  readonly name: string
  readonly namePlaceholder?: string
  readonly nameHelp?: string
  readonly onName: (name: string) => Problem | null
  readonly problems: readonly Problem[]
  /** A remark about the node. */
  readonly note?: string | undefined
}

/** What a node is and what is wrong with it; its name can be changed. */
export function NodeHeader(props: NodeHeaderProps) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const {
    id,
    category,
    type,
    typeTitle,
    name,
    namePlaceholder = '',
    nameHelp,
    onName,
    problems,
    note,
  } = props
  const Icon = categoryIcon[category]
  return (
    <div className={styles['header']} style={categoryHue(category)}>
      <h3 className={styles['type']}>
        <Icon aria-hidden />
        {typeTitle}
      </h3>
      <TypedField
        label={t('model.inspector.name')}
        help={nameHelp}
        value={name}
        placeholder={namePlaceholder}
        onWrite={onName}
      />
      {problems.map((problem) => (
        <Notice
          key={JSON.stringify(problem)}
          tone="danger"
          actions={<RepairButtons id={id} type={type} problem={problem} />}
        >
          {problemText(problem, type)}
        </Notice>
      ))}
      {note && <Notice>{note}</Notice>}
    </div>
  )
}

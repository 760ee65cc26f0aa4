import { useTranslation } from 'react-i18next'
import { formatCount } from '../i18n/format.ts'
import { roleIcon } from './columnIcons.ts'
import styles from './ColumnList.module.css'
import type { Use } from './columnUses.ts'

/** How many of a source's columns are inputs, and how many are targets. */
export function RoleCounts({ uses }: { readonly uses: ReadonlyMap<string, readonly Use[]> }) {
  const { t } = useTranslation()
  const kinds = [...uses.values()].flat().map(({ kind }) => kind)
  return (
    <span className={styles['counts']}>
      {(['input', 'output'] as const).map((kind) => {
        const Icon = roleIcon[kind]
        return (
          <span key={kind} className={styles['count']} data-role={kind} title={t(`data.roles.${kind}`)}>
            <Icon aria-label={t(`data.roles.${kind}`)} />
            {formatCount(kinds.filter((other) => other === kind).length)}
          </span>
        )
      })}
    </span>
  )
}

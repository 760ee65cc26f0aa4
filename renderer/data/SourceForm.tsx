import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type SourceRole, setSourceRole, sourceRole } from '../../shared/edits/manageSources.ts'
import { renameSource } from '../../shared/edits/sources.ts'
import type { Source } from '../../shared/project.ts'
import { fileName, sourceName } from '../../shared/sourceName.ts'
import type { TableProfile } from '../../shared/table.ts'
import { formatBytes, formatCount } from '../i18n/format.ts'
import { edit, useProject } from '../store/document.ts'
import { useProfile } from '../store/table.ts'
import { Select } from '../ui/form/Select.tsx'
import { TextField } from '../ui/form/TextField.tsx'
import { Section } from '../ui/layout/Section.tsx'
import { KeyForm } from './KeyForm.tsx'
import { RowJoin } from './RowJoin.tsx'
import styles from './SourceForm.module.css'
import { TestColumns } from './TestColumns.tsx'

interface SourceFormProps {
  readonly source: string
  readonly profile: TableProfile
}

/** A source as a whole: its name and file, and how its rows meet those of the first. */
export function SourceForm({ source: id, profile }: SourceFormProps) {
  const { t } = useTranslation()
  const sources = useProject(({ data }) => data.sources)
  const source = sources.find((one) => one.id === id)
  const [first] = sources
  if (!source || !first) return null
  return (
    <div className={styles['form']}>
      <NameField key={sourceName(source)} source={source} />
      <dl className={styles['facts']}>
        <dt>{t('data.source.file')}</dt>
        <dd>{source.entry === undefined ? source.file : `${source.file} › ${source.entry}`}</dd>
        <dt>{t('data.source.size')}</dt>
        <dd>
          {t('data.size', {
            rows: formatCount(profile.rows),
            count: profile.columns.length,
            columns: formatCount(profile.columns.length),
            bytes: formatBytes(profile.bytes),
          })}
        </dd>
        {profile.sha256 && (
          <>
            <dt>SHA-256</dt>
            <dd className={styles['hash']} title={profile.sha256}>
              {profile.sha256.slice(0, 16)}…
            </dd>
          </>
        )}
      </dl>
      <Section title={t('data.source.rows')}>
        {source === first ? (
          <p className={styles['note']}>{t('data.source.isMain')}</p>
        ) : (
          <Role source={source} main={first} profile={profile} />
        )}
      </Section>
    </div>
  )
}

function NameField({ source }: { readonly source: Source }) {
  const { t } = useTranslation()
  const own = fileName(source.entry ?? source.file)
  const [name, setName] = useState(source.name ?? own)
  // The file's own name is no name that was given: it goes along when the file is another.
  const commit = () => {
    const given = name.trim()
    if (given === '') setName(own)
    edit((project) => renameSource(project, source.id, given === own ? '' : given))
  }
  return (
    <TextField
      label={t('data.source.name')}
      value={name}
      onChange={setName}
      placeholder={own}
      onCommit={commit}
    />
  )
}

interface RoleProps {
  readonly source: Source
  readonly main: Source
  readonly profile: TableProfile
}

/** By row, by key or as test rows, and what comes of it. */
function Role({ source, main, profile }: RoleProps) {
  const { t } = useTranslation()
  const mainProfile = useProfile(main.id)
  const role = sourceRole(source)
  const change = (next: SourceRole) => void edit((project) => setSourceRole(project, source.id, next))
  const choose = (by: SourceRole['by']) => {
    if (by === role.by) return
    if (by !== 'key') return change({ by })
    const names = new Set(mainProfile?.columns.map(({ name }) => name))
    const [first = ''] = names
    const common = profile.columns.find(({ name }) => names.has(name))?.name
    change({ by, column: common ?? profile.columns[0]?.name ?? '', with: common ?? first })
  }
  return (
    <>
      <Select
        label={t('data.source.role')}
        layout="column"
        items={(['key', 'row', 'test'] as const).map((by) => ({
          id: by,
          label: t(`data.source.roles.${by}`),
          description: t(`data.source.roleHelp.${by}`, { main: sourceName(main) }),
        }))}
        value={role.by}
        onChange={choose}
      />
      {role.by === 'key' && (
        <KeyForm
          source={source}
          main={main}
          join={role}
          columns={profile.columns}
          mainColumns={mainProfile?.columns ?? []}
          onChange={change}
        />
      )}
      {role.by === 'row' && mainProfile && (
        <RowJoin rows={profile.rows} mainRows={mainProfile.rows} main={main} />
      )}
      {role.by === 'test' && mainProfile && (
        <TestColumns profile={profile} main={main} mainProfile={mainProfile} />
      )}
    </>
  )
}

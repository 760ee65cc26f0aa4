import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fileName } from '../../../shared/sourceName.ts'
import type { Dialect } from '../../../shared/table.ts'
import { client } from '../../client.ts'
import { type ChosenFile, ChooseTable } from '../../files/ChooseTable.tsx'
import { show } from '../../files/opening.ts'
import { errorText } from '../../i18n/problemText.ts'
import { showDialog } from '../../store/session.ts'
import { Button } from '../../ui/buttons/Button.tsx'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { Dialog } from '../../ui/overlay/Dialog.tsx'
import { ColumnRoles } from './ColumnRoles.tsx'
import styles from './NewFromTable.module.css'
import { OddRowChoices } from './OddRowChoices.tsx'
import type { ColumnRole } from './roles.ts'
import { TableFacts } from './TableFacts.tsx'
import { type ChosenTable, useTablePreview } from './useTablePreview.ts'

const baseName = (name: string) => name.replace(/\.[^.]+$/, '') || name

const create = (name: string, { file, dialect }: ChosenTable, roles: readonly ColumnRole[]) =>
  client.newFromTable({
    name,
    file: file.handle,
    ...(file.entry === undefined ? {} : { entry: file.entry }),
    dialect,
    targets: roles
      .filter(({ role }) => role === 'target')
      .map(({ name: column, kind }) => (kind === 'auto' ? { column } : { column, kind })),
    inputs: roles.filter(({ role }) => role === 'input').map(({ name: column }) => column),
  })

/** From a table to a model that trains at once: choose the file, what to predict, and from what. */
export function NewFromTable({ file }: { readonly file?: File }) {
  const { t } = useTranslation()
  const { table, roles, setRoles, problem, setProblem, read, clear } = useTablePreview()
  const [name, setName] = useState('')
  const [isCreating, setCreating] = useState(false)
  const [dropped, setDropped] = useState(file)
  const picked = (chosen: ChosenFile) => {
    setName(baseName(fileName(chosen.entry ?? chosen.name)))
    setDropped(undefined)
    void read(chosen, {})
  }
  const change = (dialect: Partial<Dialect>) =>
    void (table && read(table.file, { ...table.dialect, ...dialect }))
  const submit = async () => {
    if (!table) return
    setCreating(true)
    try {
      show(await create(name.trim() || baseName(table.file.name), table, roles), 'model')
    } catch (error) {
      setProblem(errorText(error))
      setCreating(false)
    }
  }
  return (
    <Dialog
      title={t('home.table.title')}
      closeLabel={t('app.close')}
      size={table ? 'large' : 'medium'}
      onClose={() => showDialog(null)}
      footer={
        table && (
          <Footer roles={roles} isCreating={isCreating} onOther={clear} onCreate={() => void submit()} />
        )
      }
    >
      <div className={styles['content']}>
        {problem !== null && <Notice tone="danger">{problem}</Notice>}
        {table ? (
          <>
            <TableFacts table={table} name={name} onName={setName} onDialect={change} />
            <OddRowChoices table={table.preview.profile} onDialect={change} />
            <ColumnRoles roles={roles} rows={table.preview.rows} onRoles={setRoles} />
          </>
        ) : (
          <ChooseTable onPicked={picked} {...(dropped ? { file: dropped } : {})} />
        )}
      </div>
    </Dialog>
  )
}

interface FooterProps {
  readonly roles: readonly ColumnRole[]
  readonly isCreating: boolean
  readonly onOther: () => void
  readonly onCreate: () => void
}

function Footer({ roles, isCreating, onOther, onCreate }: FooterProps) {
  const { t } = useTranslation()
  const targets = roles.filter(({ role }) => role === 'target')
  const inputs = roles.filter(({ role }) => role === 'input').length
  const isWhole = targets.length > 0 && inputs > 0
  const shown = targets.slice(0, 3).map(({ name }) => name)
  const summary =
    targets.length === 0
      ? t('home.table.needTarget')
      : inputs === 0
        ? t('home.table.needInput')
        : t('home.table.summary', {
            targets: shown.join(', ') + (targets.length > shown.length ? ', …' : ''),
            inputs: t('home.table.inputCount', { count: inputs }),
          })
  return (
    <>
      <Button variant="quiet" onPress={onOther}>
        {t('home.table.other')}
      </Button>
      <span className={styles['summary']} role="status">
        {summary}
      </span>
      <Button variant="primary" isDisabled={!isWhole || isCreating} onPress={onCreate}>
        {t(isCreating ? 'home.table.creating' : 'home.table.create')}
      </Button>
    </>
  )
}

import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PackInfo, PickedFile } from '../../shared/contract.ts'
import { client } from '../client.ts'
import { formatBytes, formatCount } from '../i18n/format.ts'
import { errorText } from '../i18n/problemText.ts'
import { showDialog, useSession } from '../store/session.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { Notice } from '../ui/feedback/Notice.tsx'
import { ProgressBar } from '../ui/feedback/ProgressBar.tsx'
import { Dialog } from '../ui/overlay/Dialog.tsx'
import { FolderBrowser } from './FolderBrowser.tsx'
import { show } from './opening.ts'
import styles from './PackDialog.module.css'

/** What is in a pack, once it was looked into. */
function usePack(file: PickedFile) {
  const [info, setInfo] = useState<PackInfo | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isOpening, setOpening] = useState(false)
  useEffect(() => {
    let isLeft = false
    client.lookInPack(file.handle).then(
      (found) => !isLeft && setInfo(found),
      (error: unknown) => !isLeft && setProblem(errorText(error)),
    )
    return () => {
      isLeft = true
    }
  }, [file.handle])
  const open = async (path: string) => {
    setOpening(true)
    setProblem(null)
    try {
      const opened = await client.openPack(file.handle, path)
      if (opened) show(opened, 'model')
    } catch (error) {
      setProblem(errorText(error))
    } finally {
      setOpening(false)
    }
  }
  return { info, problem, isOpening, open }
}

/** What is in a pack and where it is to be unpacked: into a new folder, named after the project. */
export function OpenPackDialog({ file }: { readonly file: PickedFile }) {
  const { t } = useTranslation()
  const isServed = useSession(({ host }) => host === 'serve')
  const [path, setPath] = useState('')
  const { info, problem, isOpening, open } = usePack(file)
  const close = () => showDialog(null)
  return (
    <Dialog
      title={t('files.openPack.title')}
      closeLabel={t('app.close')}
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t('app.cancel')}</Button>
          <Button variant="primary" isDisabled={!info || isOpening} onPress={() => void open(path)}>
            {t(isServed ? 'files.openPack.here' : 'files.openPack.choose')}
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        {problem !== null && <Notice tone="danger">{problem}</Notice>}
        {info && <Facts file={file} info={info} />}
        {info && isServed && (
          <>
            <p className={styles['note']}>{t('files.openPack.where', { name: info.name })}</p>
            <FolderBrowser kind="project" path={path} onPath={setPath} onFile={() => {}} />
          </>
        )}
        {isOpening && <ProgressBar label={t('files.openPack.opening')} value={null} text="" />}
      </div>
    </Dialog>
  )
}

function Facts({ file, info }: { readonly file: PickedFile; readonly info: PackInfo }) {
  const { t } = useTranslation()
  const { tables, runs, bytes } = info
  return (
    <dl className={styles['facts']}>
      <dt>{t('files.openPack.file')}</dt>
      <dd>{file.name}</dd>
      <dt>{t('files.openPack.project')}</dt>
      <dd>{info.name}</dd>
      <dt>{t('files.openPack.content')}</dt>
      <dd>
        {t('files.openPack.tables', { count: tables, formatted: formatCount(tables) })}
        {' · '}
        {t('files.openPack.runs', { count: runs, formatted: formatCount(runs) })}
        {' · '}
        {formatBytes(bytes)}
      </dd>
    </dl>
  )
}

import { Copy, Download, FileCode2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useDocument, useProject } from '../../store/document.ts'
import { Button } from '../../ui/buttons/Button.tsx'
import { ToggleButton } from '../../ui/buttons/ToggleButton.tsx'
import { showToast } from '../../ui/toasts/toasts.ts'
import { CodeLines } from './CodeLines.tsx'
import styles from './CodePanel.module.css'
import { codeStore, languages, openImport } from './codeStore.ts'
import { saveText } from './saveText.ts'
import { useCode } from './useCode.ts'

const endings = { python: 'py', json: 'json' } as const

/** The graph as Keras code, live: to read, copy and download; and the way in for code of others. */
export function CodePanel() {
  const { t } = useTranslation()
  const language = useStore(codeStore, (state) => state.language)
  const name = useProject((project) => project.name)
  const canEdit = !useDocument((state) => state.readOnly)
  const code = useCode(language)
  const copy = () =>
    void navigator.clipboard.writeText(code.text).then(
      () => showToast({ text: t('model.code.copied') }),
      () => showToast({ text: t('model.code.notCopied'), tone: 'danger' }),
    )
  return (
    <div className={styles['panel']}>
      <div className={styles['bar']}>
        <div role="group" aria-label={t('model.code.language')} className={styles['choices']}>
          {languages.map((each) => (
            <ToggleButton
              key={each}
              label={t(`model.code.${each}`)}
              isSelected={language === each}
              onChange={() => codeStore.setState({ language: each })}
            />
          ))}
        </div>
        <span className={styles['gap']} />
        <Button size="small" variant="quiet" icon={<Copy />} onPress={copy}>
          {t('model.code.copy')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          icon={<Download />}
          onPress={() => saveText(`${name || 'model'}.${endings[language]}`, code.text)}
        >
          {t('model.code.download')}
        </Button>
        <Button size="small" icon={<FileCode2 />} isDisabled={!canEdit} onPress={() => openImport()}>
          {t('model.code.open')}
        </Button>
      </div>
      <CodeLines code={code} />
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import { openExample } from '../files/opening.ts'
import { useWords } from '../i18n/useWords.ts'
import styles from './ExampleList.module.css'
import { useExamples } from './useExamples.ts'

/** The examples, each opened by one click. */
export function ExampleList() {
  const { t } = useTranslation()
  const { words } = useWords()
  const examples = useExamples()
  return (
    <ul className={styles['list']}>
      {examples?.map(({ id, title, summary }) => (
        <li key={id}>
          <button
            type="button"
            className={styles['example']}
            aria-label={t('home.openExample', { title: words(title) })}
            onClick={() => openExample(id)}
          >
            <strong>{words(title)}</strong>
            <span>{words(summary)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

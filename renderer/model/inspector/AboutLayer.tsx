import { ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PaletteEntry } from '../../../shared/layers/define.ts'
import { useWords } from '../../i18n/useWords.ts'
import { Section } from '../../ui/layout/Section.tsx'
import { Formula } from './Formula.tsx'
import styles from './AboutLayer.module.css'

/** What a layer does and where that is written down. */
export function AboutLayer({ entry }: { readonly entry: PaletteEntry }) {
  const { t } = useTranslation()
  const { words } = useWords()
  return (
    <Section title={t('model.inspector.about', { title: entry.title })}>
      <p className={styles['help']}>{words(entry.help)}</p>
      {entry.formula !== undefined && <Formula tex={entry.formula} />}
      <a className={styles['source']} href={entry.source} target="_blank" rel="noreferrer">
        {t('model.inspector.source')}
        <ExternalLink aria-hidden />
      </a>
    </Section>
  )
}

import { useTranslation } from 'react-i18next'
import type { RunState } from '../../shared/run.ts'
import { Badge } from '../ui/feedback/Badge.tsx'

const tones = {
  queued: 'neutral',
  running: 'accent',
  done: 'ok',
  stopped: 'neutral',
  interrupted: 'warn',
  failed: 'danger',
} as const

/** A run's state in a word and a colour. */
export function StateBadge({ state }: { readonly state: RunState }) {
  const { t } = useTranslation()
  return <Badge tone={tones[state]}>{t(`train.states.${state}`)}</Badge>
}

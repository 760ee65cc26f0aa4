import { i18n } from '../i18n/i18n.ts'
import { runsStore } from '../store/runs.ts'
import { sessionStore, showWorkspace } from '../store/session.ts'
import { showToast } from '../ui/toasts/toasts.ts'

/** Says that a run has ended to a user who is looking elsewhere. */
export const announceRuns = (): void => {
  runsStore.subscribe((state, before) => {
    const ended = before.live
    if (ended === null || state.live !== null) return
    const run = state.runs.find(({ id }) => id === ended)
    const course = state.courses[ended]
    const { workspace } = sessionStore.getState()
    if (!run || !course || workspace === 'train' || workspace === 'evaluate') return
    const failed = course.state === 'failed' || course.state === 'interrupted'
    const values = { number: run.number }
    showToast({
      text: i18n.t(failed ? 'app.train.failed' : 'app.train.ended', values),
      tone: failed ? 'danger' : 'info',
      action: {
        label: i18n.t('app.train.showRun'),
        run: () => showWorkspace(failed ? 'train' : 'evaluate'),
      },
    })
  })
}

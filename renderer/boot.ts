import { client, keepConnected } from './client.ts'
import { attempt } from './files/attempt.ts'
import { guardWindow, keepJournal, rejoinAfterLoss, rememberedDocument } from './files/journal.ts'
import { openPicked, show } from './files/opening.ts'
import { reopenOwn } from './files/reopenOwn.ts'
import { takePastedTables } from './files/takePastedTables.ts'
import { announceRuns } from './frame/announceRuns.ts'
import { keepAppearance } from './frame/appearance.ts'
import { startLanguage } from './i18n/i18n.ts'
import { listenToKeys } from './frame/keys.ts'
import { preferencesOf, sessionStore, workspaces } from './store/session.ts'
import { followSurvey } from './store/survey.ts'
import { followSteps } from './store/stepReport.ts'
import { followSources } from './store/table.ts'
import { watchSources } from './files/watchSources.ts'

const workspaceKey = 'layerloom.workspace'

/** Saves preferences when they change, at most once a second. */
function keepPreferences(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  sessionStore.subscribe((state, before) => {
    if (state.workspace !== before.workspace) sessionStorage.setItem(workspaceKey, state.workspace)
    const isSame =
      state.language === before.language &&
      state.theme === before.theme &&
      state.scale === before.scale &&
      state.panels === before.panels
    if (isSame) return
    timer ??= setTimeout(() => {
      timer = undefined
      attempt(() => client.setPreferences(preferencesOf(sessionStore.getState())))
    }, 1000)
  })
}

/** Shows again what this tab had open before it was reloaded; a document closed since is no error. */
async function reopen(): Promise<void> {
  const docId = rememberedDocument()
  if (docId === null) return
  const opened = await reopenOwn(docId).catch(() => null)
  const workspace = workspaces.find((name) => name === sessionStorage.getItem(workspaceKey)) ?? 'model'
  if (opened) show(opened, workspace)
}

/** Opens projects that the system asks for: a double click in the file manager. */
const followOpenRequests = async () => {
  for await (const file of client.openRequests()) openPicked(file)
}

/** Reaches the core, takes over the user's preferences and shows again what was open. */
export async function boot(): Promise<void> {
  keepAppearance()
  void keepConnected()
  const { version, host, language, preferences } = await client.appInfo()
  const { theme = 'system', scale = 1, panels = {} } = preferences
  sessionStore.setState({
    version,
    host,
    language: preferences.language ?? language,
    theme,
    scale,
    panels,
  })
  await startLanguage(preferences.language ?? language)
  listenToKeys()
  keepPreferences()
  keepJournal()
  followSources()
  followSurvey()
  followSteps()
  takePastedTables()
  watchSources()
  announceRuns()
  await reopen()
  rejoinAfterLoss()
  sessionStore.setState({ isReady: true })
  if (host !== 'desktop') return
  guardWindow()
  attempt(followOpenRequests)
}

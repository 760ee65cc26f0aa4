import { type ComponentType, lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession, type Workspace } from '../store/session.ts'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { Failure } from './Failure.tsx'

const views: Readonly<Record<Workspace, ComponentType>> = {
  data: lazy(() => import('../data/DataWorkspace.tsx').then((all) => ({ default: all.DataWorkspace }))),
  model: lazy(() => import('../model/ModelWorkspace.tsx').then((all) => ({ default: all.ModelWorkspace }))),
  train: lazy(() => import('../train/TrainWorkspace.tsx').then((all) => ({ default: all.TrainWorkspace }))),
  evaluate: lazy(() =>
    import('../evaluate/EvaluateWorkspace.tsx').then((all) => ({ default: all.EvaluateWorkspace })),
  ),
  export: lazy(() =>
    import('../export/ExportWorkspace.tsx').then((all) => ({ default: all.ExportWorkspace })),
  ),
}

/** The workspace the user is in, loaded when first visited. A failure in one leaves the rest of the app alone. */
export function WorkspaceView() {
  const { t } = useTranslation()
  const workspace = useSession((state) => state.workspace)
  const View = views[workspace]
  return (
    <Failure key={workspace}>
      <Suspense fallback={<EmptyState title={t('app.loading')} />}>
        <View />
      </Suspense>
    </Failure>
  )
}

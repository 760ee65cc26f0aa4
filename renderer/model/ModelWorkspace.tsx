import { useTranslation } from 'react-i18next'
import { setPanels, useSession } from '../store/session.ts'
import { SplitLayout } from '../ui/layout/SplitLayout.tsx'
import { BottomPanel } from './bottom/BottomPanel.tsx'
import { Canvas } from './canvas/Canvas.tsx'
import { ImportDialog } from './code/ImportDialog.tsx'
import { Inspector } from './inspector/Inspector.tsx'
import { ModelCommands } from './ModelCommands.tsx'
import { Navigator } from './navigator/Navigator.tsx'

/** Model: layers to choose from, the graph, and the settings of what is selected. */
export function ModelWorkspace() {
  const { t } = useTranslation()
  const widths = useSession(({ panels }) => panels['model'])
  return (
    <SplitLayout
      navigator={{ title: t('model.navigator'), content: <Navigator /> }}
      details={{ title: t('model.inspector.title'), content: <Inspector /> }}
      widths={[widths?.[0] ?? 13, widths?.[1] ?? 20]}
      onWidths={(sizes) => setPanels('model', sizes)}
    >
      <BottomPanel>
        <Canvas />
        <ImportDialog />
        <ModelCommands />
      </BottomPanel>
    </SplitLayout>
  )
}

import { useTranslation } from 'react-i18next'
import { setPanels, useSession } from '../store/session.ts'
import { SplitLayout } from '../ui/layout/SplitLayout.tsx'
import { BottomPanel } from './bottom/BottomPanel.tsx'
import { Canvas } from './canvas/Canvas.tsx'
import { useModelCommands } from './canvas/useModelCommands.ts'
import { useGroupCommands } from './groups/useGroupCommands.ts'
import { ImportDialog } from './code/ImportDialog.tsx'
import { useCodeCommands } from './code/useCodeCommands.ts'
import { Inspector } from './inspector/Inspector.tsx'
import { Navigator } from './navigator/Navigator.tsx'
import { useNavigatorCommands } from './navigator/useNavigatorCommands.ts'
import { usePictureCommands } from './picture/usePictureCommands.ts'
import { useProblemCommands } from './problems/useProblemCommands.ts'

/** Model: layers to choose from, the graph, and the settings of what is selected. */
export function ModelWorkspace() {
  const { t } = useTranslation()
  const widths = useSession(({ panels }) => panels['model'])
  useModelCommands()
  useGroupCommands()
  useCodeCommands()
  useProblemCommands()
  useNavigatorCommands()
  usePictureCommands()
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
      </BottomPanel>
    </SplitLayout>
  )
}

import { useModelCommands } from './canvas/useModelCommands.ts'
import { useCodeCommands } from './code/useCodeCommands.ts'
import { useGroupCommands } from './groups/useGroupCommands.ts'
import { useNavigatorCommands } from './navigator/useNavigatorCommands.ts'
import { usePictureCommands } from './picture/usePictureCommands.ts'
import { useProblemCommands } from './problems/useProblemCommands.ts'

/** Offers what can be done in the Model workspace. Shows nothing: what commands depend on changes often, the workspace seldom. */
export function ModelCommands() {
  useModelCommands()
  useGroupCommands()
  useCodeCommands()
  useProblemCommands()
  useNavigatorCommands()
  usePictureCommands()
  return null
}

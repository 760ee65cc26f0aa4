import { CommandPalette } from '../frame/CommandPalette.tsx'
import { ExamplesDialog } from '../home/ExamplesDialog.tsx'
import { NewFromTable } from '../home/newFromTable/NewFromTable.tsx'
import { useSession } from '../store/session.ts'
import { AddSourceDialog } from './AddSourceDialog.tsx'
import { FindSourceDialog } from './FindSourceDialog.tsx'
import { OpenPackDialog } from './OpenPackDialog.tsx'
import { OpenProjectDialog } from './OpenProjectDialog.tsx'
import { PackDialog } from './PackDialog.tsx'
import { PasteDialog } from './PasteDialog.tsx'
import { RemoveSourceDialog } from './RemoveSourceDialog.tsx'
import { ReplaceSourceDialog } from './replaceSource/ReplaceSourceDialog.tsx'
import { BrokenDialog, ConflictDialog, RestoreDialog, UnsavedDialog } from './Questions.tsx'
import { SaveAsDialog } from './SaveAsDialog.tsx'

/** The open dialog, if any. */
export function Dialogs() {
  const dialog = useSession((state) => state.dialog)
  if (!dialog) return null
  switch (dialog.kind) {
    case 'newFromTable':
      return (
        <NewFromTable
          // A file that is dropped while the dialog is open starts it anew.
          key={dialog.file ? `${dialog.file.name} ${dialog.file.lastModified}` : ''}
          {...(dialog.file ? { file: dialog.file } : {})}
        />
      )
    case 'addSource':
      return (
        <AddSourceDialog
          key={dialog.files?.map((file) => `${file.name} ${file.lastModified}`).join()}
          {...(dialog.files ? { files: dialog.files } : {})}
        />
      )
    case 'paste':
      return <PasteDialog text={dialog.text} />
    case 'open':
      return <OpenProjectDialog />
    case 'saveAs':
      return <SaveAsDialog {...(dialog.next ? { next: dialog.next } : {})} />
    case 'examples':
      return <ExamplesDialog />
    case 'palette':
      return <CommandPalette />
    case 'conflict':
      return <ConflictDialog code={dialog.code} />
    case 'unsaved':
      return <UnsavedDialog next={dialog.next} />
    case 'restore':
      return <RestoreDialog opened={dialog.opened} unsaved={dialog.unsaved} />
    case 'broken':
      return <BrokenDialog text={dialog.text} backup={dialog.backup} />
    case 'findSource':
      return <FindSourceDialog source={dialog.source} />
    case 'pack':
      return <PackDialog />
    case 'openPack':
      return <OpenPackDialog key={dialog.file.handle} file={dialog.file} />
    case 'replaceSource':
      return <ReplaceSourceDialog source={dialog.source} />
    case 'removeSource':
      return <RemoveSourceDialog source={dialog.source} />
  }
}

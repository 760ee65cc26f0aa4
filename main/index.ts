import { app } from 'electron'
import { currentWindow, startDesktop } from './desktop/desktop.ts'
import { usePortableFolder } from './desktop/folders.ts'
import { guardEveryContents } from './desktop/navigation.ts'
import { refuseCertificates } from './desktop/network.ts'
import { collectOpenRequests } from './desktop/openRequests.ts'
import { registerAppScheme } from './desktop/protocol.ts'
import { focusWindow } from './desktop/window.ts'

app.enableSandbox()
usePortableFolder()
registerAppScheme()
guardEveryContents()
refuseCertificates()

if (app.requestSingleInstanceLock()) {
  const requests = collectOpenRequests(process.argv.slice(1), () => focusWindow(currentWindow()))
  // Not awaited: Electron gets ready only after this module has been evaluated.
  void app.whenReady().then(() => startDesktop(requests))
} else app.quit()

import { ipcRenderer } from 'electron'

const portMessage = 'layerloom:port'

ipcRenderer.on(portMessage, (event) => window.postMessage(portMessage, window.origin, event.ports))
window.addEventListener('message', ({ source, data, ports }) => {
  if (source === window && data === portMessage && ports.length === 0) ipcRenderer.send(portMessage)
})

import { ipcRenderer } from 'electron'

const portMessage = 'layerloom:port'

ipcRenderer.once(portMessage, (event) => window.postMessage(portMessage, window.origin, event.ports))
window.addEventListener('DOMContentLoaded', () => ipcRenderer.send(portMessage), { once: true })

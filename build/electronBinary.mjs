import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { root } from './sources.mjs'

const packageDir = path.join(root, 'node_modules', 'electron')
const downloadServer = 'https://github.com/electron/electron/releases/download/'
const probeMs = 5_000
const downloadMs = 600_000

const read = (file) => {
  try {
    return fs.readFileSync(file, 'utf8').trim()
  } catch {
    return ''
  }
}

const installed = () => {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(packageDir, 'dist')
  const binary = path.join(dist, read(path.join(packageDir, 'path.txt')) || 'electron')
  return fs.existsSync(binary) ? binary : null
}

/** Why Electron can't run on this machine however it is installed, or null. */
function whyNoElectron() {
  if (process.platform !== 'linux') return null
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no display'
  if (process.getuid() === 0) return 'its sandbox does not run as root'
  return null
}

const download = (say) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(packageDir, 'install.js')], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    })
    const limit = setTimeout(() => child.kill(), downloadMs)
    child.on('error', (error) => say(error.message))
    child.on('close', (code) => {
      clearTimeout(limit)
      resolve(code === 0)
    })
  })

/** Whether the server that Electron is downloaded from can be reached; says why not. */
export async function canDownloadElectron(say) {
  const server = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? downloadServer
  try {
    await fetch(server, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(probeMs) })
    return true
  } catch (error) {
    say(`Electron's download server can't be reached (${error.cause?.code ?? error.name}).`)
    return false
  }
}

/** Electron's program, downloaded when its server can be reached; otherwise null, after saying why. */
export async function electronBinary(say) {
  const why = whyNoElectron()
  if (why) {
    say(`Electron is not used: ${why}.`)
    return null
  }
  const have = installed()
  if (have) return have
  if (!(await canDownloadElectron(say))) return null
  say('downloading Electron, once (about 110 MB) …')
  if (await download(say)) return installed()
  say('Electron could not be downloaded.')
  return null
}

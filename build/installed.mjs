import fs from 'node:fs'
import path from 'node:path'
import { root } from './sources.mjs'

const readPackages = (file) => {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}

/** Whether node_modules holds what package-lock.json asks for; npm's own record of what it installed is compared. */
export function isInstalled() {
  const wanted = readPackages('package-lock.json')
  const have = readPackages('node_modules/.package-lock.json')
  return Object.entries(wanted).every(([place, { version, optional, peer, dev }]) => {
    if (place === '') return true
    const found = have[place]
    return found ? found.version === version : Boolean(optional || (peer && !dev))
  })
}

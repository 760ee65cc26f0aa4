import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from './sources.mjs'

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Runs `work` while no other process of this checkout runs work of the same name; a lock left by a dead process is taken over. */
export async function withLock(name, work) {
  const file = path.join(root, '.cache', `${name}.lock`)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const owner = Number(readOr(file, ''))
      if (owner && !isAlive(owner)) fs.rmSync(file, { force: true })
      else await wait(200)
    }
  }
  try {
    return await work()
  } finally {
    fs.rmSync(file, { force: true })
  }
}

const readOr = (file, other) => {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return other
  }
}

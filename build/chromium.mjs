import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { root } from './sources.mjs'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const run = (command, args) => spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] }).status === 0

const playwrightsOwn = async () => {
  const { chromium } = await import('playwright-core')
  return fs.existsSync(chromium.executablePath()) ? chromium.executablePath() : null
}

/** The Chromium the tests drive: the system's, else installed by apt (root on Debian), else Playwright's own; null when none can be had. */
export async function findChromium(say) {
  const named = process.env.LAYERLOOM_CHROMIUM
  if (named) return fs.existsSync(named) ? named : null
  const find = () => usual.find((file) => fs.existsSync(file)) ?? null
  const have = find() ?? (await playwrightsOwn())
  if (have) return have
  if (fs.existsSync('/usr/bin/apt-get') && process.getuid() === 0) {
    say('installing Chromium with apt-get …')
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
    if (find()) return find()
  }
  say("downloading Playwright's Chromium …")
  run(process.execPath, [path.join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'])
  return playwrightsOwn()
}

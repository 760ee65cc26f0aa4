import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { root } from './sources.mjs'

const reports = path.join(root, 'out', 'reports')

/** Where a runner writes its JSON report; an older one is removed first. */
export function reportFile(name) {
  fs.mkdirSync(reports, { recursive: true })
  const file = path.join(reports, `${name}.json`)
  fs.rmSync(file, { force: true })
  return file
}

/** The script behind an installed command, to be run by this same Node. */
export const command = (packageName, name) => {
  const dir = path.join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(fs.readFileSync(path.join(dir, 'package.json'), 'utf8'))
  return path.join(dir, typeof bin === 'string' ? bin : bin[name])
}

/** Runs steps in order, prints how long each took and, at the end, the sum of what they counted. */
export class Steps {
  total = { passed: 0, failed: 0 }

  /** Runs a Node script; `count` turns its exit code into counted tests, without it only a failure counts. Returns whether it passed. */
  run(title, script, args, { env = {}, count } = {}) {
    process.stdout.write(`\n── ${title}\n`)
    const start = performance.now()
    const { status } = spawnSync(process.execPath, [script, ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    const counts = count ? count(status ?? 1) : { passed: 0, failed: status === 0 ? 0 : 1 }
    this.add(counts)
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    const figures = count ? `, ${counts.passed} passed, ${counts.failed} failed` : ''
    process.stdout.write(`── ${title}: ${status === 0 ? 'ok' : 'FAILED'}, ${seconds} s${figures}\n`)
    return status === 0
  }

  add({ passed, failed }) {
    this.total.passed += passed
    this.total.failed += failed
  }

  /** Prints the last line and sets the exit code. */
  finish() {
    const { passed, failed } = this.total
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
    process.exitCode = failed === 0 && passed > 0 ? 0 : 1
  }
}

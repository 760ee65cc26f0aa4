import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { builtPaths } from '../app/builtPaths.ts'
import { temporaryFolder } from '../app/core.test-support.ts'

const built = join(dirname(dirname(builtPaths().engine)), 'serve', 'index.js')

/** The built server in a process of its own, and what it says. */
const start = async (...flags: string[]) => {
  if (!existsSync(built)) throw new Error(`${built} is not built: npm run build`)
  const home = await temporaryFolder()
  const code = `import(${JSON.stringify(pathToFileURL(built).href)}).then(({ main }) => main(${JSON.stringify(flags)}))`
  const child: ChildProcess = spawn(process.execPath, ['-e', code], {
    env: { ...process.env, HOME: home, LAYERLOOM_HOME: join(home, 'own'), CI: '' },
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const said = { out: '', err: '' }
  child.stdout?.on('data', (part: Buffer) => (said.out += part.toString()))
  child.stderr?.on('data', (part: Buffer) => (said.err += part.toString()))
  const lines = () => said.out.trim().split('\n')
  return { child, said, lines, home }
}
const line = /^Layerloom is at (http:\/\/127\.0\.0\.1:(\d+)\/login\?code=[\w-]{43})$/

describe('layerloom serve', () => {
  it('prints a login address first, a fresh one on Enter, and stops when told to', async () => {
    const { child, lines, home } = await start('--no-open')
    await expect.poll(() => lines()[0], { timeout: 10_000 }).toMatch(line)
    child.stdin?.write('\n')
    await expect.poll(() => lines().filter((one) => line.test(one)).length).toBe(2)
    const addresses = lines().map((one) => line.exec(one)?.[1] ?? '')
    expect(new Set(addresses).size).toBe(2)
    for (const address of addresses) expect((await fetch(address, { redirect: 'manual' })).status).toBe(303)
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    // A folder of the user's is made when it is needed, not before.
    expect(await readdir(home)).not.toContain('Layerloom')
  })

  it('says that the port is taken', async () => {
    const { lines } = await start('--no-open')
    await expect.poll(() => lines()[0], { timeout: 10_000 }).toMatch(line)
    const { child, said } = await start('--no-open', '--port', line.exec(lines()[0] ?? '')?.[2] ?? '')
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(2)
    expect(said.err).toContain('EADDRINUSE')
  })

  it.each([['--port', '99999'], ['--port', 'x'], ['--host', '0.0.0.0'], ['--nonsense']])(
    'refuses %s %s with a plain sentence',
    async (...flags) => {
      const { child, said } = await start('--no-open', ...flags)
      const code = await new Promise((resolve) => child.once('exit', resolve))
      expect(code).toBe(2)
      expect(said.err).toContain(flags[0])
      expect(said.err).not.toContain('    at ')
    },
  )
})

import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'

const repository = path.resolve(import.meta.dirname, '..')

/** The built app, served to a browser from folders of its own. */
export interface ServedApp {
  /** Address with a one-time login code. */
  readonly address: string
  /** Where its projects are. */
  readonly root: string
  /** Its own folder: cache, journal, untitled projects. */
  readonly data: string
  readonly pid: number
}

const start = `const { main } = await import('./out/serve/index.js'); await main(process.argv.slice(1))`

/** Starts the built app on folders below `home` and waits for the address it prints. */
export async function serveBuilt(home: string): Promise<{ app: ServedApp; child: ChildProcess }> {
  const root = path.join(home, 'projects')
  const data = path.join(home, 'data')
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', start, '--', '--no-open', '--port', '0', '--root', root, '--data', data],
    { cwd: repository, stdio: ['pipe', 'pipe', 'pipe'] },
  )
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)
      if (found) resolve(found[0])
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', (code) => reject(new Error(`the app ended with ${code}: ${said}`)))
  })
  return { app: { address, root, data, pid: child.pid! }, child }
}

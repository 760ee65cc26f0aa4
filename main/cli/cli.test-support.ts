import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, vi } from 'vitest'
import { builtPaths } from '../app/builtPaths.ts'
import { main } from './cli.ts'

/** What a command line printed and how it ended. */
export interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** The last line of stdout, when it is JSON. */
  readonly json: Record<string, unknown>
}

const lastJson = (stdout: string): Record<string, unknown> => {
  try {
    return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Record<string, unknown>
  } catch {
    return {}
  }
}

/** Runs a command line in this process with the built training process. */
export async function cli(...argv: readonly string[]): Promise<Outcome> {
  const written = { stdout: '', stderr: '' }
  const capture = (name: 'stdout' | 'stderr') =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      written[name] += String(text)
      return true
    })
  const spies = [capture('stdout'), capture('stderr')]
  try {
    const code = await main(argv)
    return { code, ...written, json: lastJson(written.stdout) }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

/** A folder for a file of tests, with an app data folder of its own; fails clearly when nothing is built. */
export function cliFolder(): (name: string) => string {
  let folder = ''
  beforeAll(async () => {
    const { engine, datasetWorker } = builtPaths()
    for (const built of [engine, datasetWorker])
      if (!existsSync(built)) throw new Error(`${built} is not built: npm run build`)
    folder = await mkdtemp(join(tmpdir(), 'layerloom-cli-'))
    vi.stubEnv('LAYERLOOM_HOME', join(folder, 'home'))
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    await rm(folder, { recursive: true, force: true })
  })
  return (name) => join(folder, name)
}

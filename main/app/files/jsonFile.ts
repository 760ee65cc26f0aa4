import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { writeSafely } from './writeSafely.ts'

/** A small file of the app's own. Reading gives `fallback` when it is absent or not what it should be. */
export interface JsonFile<T> {
  read(): Promise<T>
  /** Changes happen one after another. */
  change(edit: (value: T) => T): Promise<T>
}

/** Keeps a value in a JSON file of the app's own folder, written safely. */
export function jsonFile<T>(path: string, schema: z.ZodType<T>, fallback: T): JsonFile<T> {
  let last: Promise<unknown> = Promise.resolve()
  const read = async (): Promise<T> => {
    try {
      const parsed = schema.safeParse(JSON.parse(await readFile(path, 'utf8')))
      return parsed.success ? parsed.data : fallback
    } catch {
      return fallback
    }
  }
  const write = async (edit: (value: T) => T): Promise<T> => {
    const value = edit(await read())
    await mkdir(dirname(path), { recursive: true })
    await writeSafely(path, `${JSON.stringify(value, null, 2)}\n`)
    return value
  }
  return {
    read,
    change(edit) {
      const done = last.then(() => write(edit))
      last = done.catch(() => {})
      return done
    },
  }
}

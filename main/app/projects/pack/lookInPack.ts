import type { PackInfo } from '../../../../shared/contract.ts'
import { readPack } from './readPack.ts'

/** What is in a pack, by its names and sizes alone. Throws what `readPack` throws. */
export async function lookInPack(file: string): Promise<PackInfo> {
  const { stem, entries, bytes } = await readPack(file)
  return {
    name: stem,
    tables: entries.filter(({ path }) => path.startsWith('data/')).length,
    runs: entries.filter(({ path }) => path.endsWith('/run.json')).length,
    bytes,
  }
}

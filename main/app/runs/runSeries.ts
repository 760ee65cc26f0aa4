import { open } from 'node:fs/promises'
import type { RunSeries } from '../../../shared/contract.ts'
import { isMissing, readProblem } from '../files/fileProblem.ts'
import { readEpochs, stepsFile } from './runFolder.ts'

/** Most points of a series that the page is given. */
const pointLimit = 2000
const blockRecords = 1 << 16

/**
 * Every so many records become two: those with the smallest and the largest total loss, in order, so that no peak is lost.
 * A run of up to `pointLimit` records is given whole. A torn last record is ignored.
 */
async function readSteps(path: string, width: number): Promise<Float32Array> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if (isMissing(error)) return null
    throw readProblem(error, path)
  })
  if (!file) return new Float32Array(0)
  try {
    const records = Math.floor((await file.stat()).size / (4 * width))
    const bucket = records <= pointLimit ? 1 : Math.ceil((2 * records) / pointLimit)
    const out: number[] = []
    const block = new Float32Array(width * Math.max(bucket, Math.floor(blockRecords / bucket) * bucket))
    const bytes = new Uint8Array(block.buffer)
    for (let at = 0; at < records; at += block.length / width) {
      const count = Math.min(block.length / width, records - at)
      await file.read(bytes, 0, count * width * 4, at * width * 4)
      for (let from = 0; from < count; from += bucket)
        pushExtremes(out, block, width, from, Math.min(from + bucket, count))
    }
    return Float32Array.from(out)
  } finally {
    await file.close()
  }
}

function pushExtremes(out: number[], block: Float32Array, width: number, from: number, to: number): void {
  const total = (record: number) => block[record * width + 1] ?? 0
  let low = from
  let high = from
  for (let record = from + 1; record < to; record++) {
    if (total(record) < total(low)) low = record
    if (total(record) > total(high)) high = record
  }
  for (const record of low === high ? [low] : [Math.min(low, high), Math.max(low, high)])
    for (let column = 0; column < width; column++) out.push(block[record * width + column] ?? 0)
}

/** At most `pointLimit` of a list, evenly, first and last included. */
const thin = <T>(list: readonly T[]): readonly T[] => {
  if (list.length <= pointLimit) return list
  const step = (list.length - 1) / (pointLimit - 1)
  return Array.from({ length: pointLimit }, (_, index) => list[Math.round(index * step)]).filter(
    (item) => item !== undefined,
  )
}

/** What a run recorded so far, thinned to 2,000 points each. `outputs` are its outputs' names in order. */
export async function readRunSeries(runDir: string, outputs: readonly string[]): Promise<RunSeries> {
  const epochs = thin(await readEpochs(runDir))
  return { epochs, outputs, steps: await readSteps(stepsFile(runDir), outputs.length + 2) }
}

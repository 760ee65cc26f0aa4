import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { newProject } from '../shared/newProject.ts'

const towns = ['Seoul', 'Busan', '대구', 'Jeju', 'Incheon']
const rowsAtATime = 20_000

/** A whole number below a million from a row's number, the same every time, and different for different rows. */
export const scrambled = (row: number): number => (row * 389_171 + 12_345) % 1_000_000

/** A row of the table: its number, a number that is its own, a town, a reading with gaps and a note. */
const record = (row: number): string =>
  `${row},${scrambled(row)},${towns[row % towns.length]},${row % 10 === 3 ? '' : (scrambled(row) / 8).toFixed(3)},note ${row % 1000}\n`

/** Writes a project `big.loom` on a table of this many rows to a folder, block by block. */
export function writeBigProject(folder: string, rows: number): void {
  mkdirSync(folder, { recursive: true })
  const file = openSync(path.join(folder, 'big.csv'), 'w')
  writeSync(file, 'row,key,town,reading,note\n')
  for (let from = 0; from < rows; from += rowsAtATime) {
    let block = ''
    for (let row = from; row < Math.min(rows, from + rowsAtATime); row++) block += record(row)
    writeSync(file, block)
  }
  closeSync(file)
  const project = newProject('big')
  const sources = [{ id: 'data', file: 'big.csv' }]
  const whole = { ...project, data: { ...project.data, sources } }
  writeFileSync(path.join(folder, 'big.loom'), JSON.stringify(whole))
}

/** Opens `big.loom` from the start page and goes to its data. */
export async function openBigProject(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Open project/ }).click()
  await page.getByRole('dialog').getByText('big.loom', { exact: true }).dblclick()
  await page.getByRole('navigation', { name: 'Workspaces' }).getByText('Data', { exact: true }).click()
}

/** Counts the page's script time on the processor, which other work on the machine does not touch. */
export async function countScript(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  return devtools
}

const scriptSoFar = async (devtools: CDPSession): Promise<number> => {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0)
}

/** Turns the wheel over the table, a turn a frame; the script time of each frame in ms. */
export async function wheelFrames(
  page: Page,
  devtools: CDPSession,
  turns: number,
  pixels: number,
): Promise<readonly number[]> {
  const box = await page.getByRole('grid').boundingBox()
  if (!box) throw new Error('no table on screen')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const frames: number[] = []
  let before = await scriptSoFar(devtools)
  for (let turn = 0; turn < turns; turn++) {
    await page.mouse.wheel(0, pixels)
    // The turn is drawn in the frame after the one that brings it.
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(resolve))
        }),
    )
    const after = await scriptSoFar(devtools)
    frames.push(after - before)
    before = after
  }
  return frames
}

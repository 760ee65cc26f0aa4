import type { OpenApp } from './openApp.ts'

/** What the page did while a gesture went on. */
export interface Frames {
  /** Script time of a frame that had something to do, in ms of processor time. */
  readonly script: number
  /** All work of the page's main thread in such a frame, in ms. */
  readonly work: number
  readonly perSecond: number
}

/** Runs a gesture, which says how many moves it made; a move the page did not answer before the next shares its frame. */
export async function measureFrames(app: OpenApp, gesture: () => Promise<number>): Promise<Frames> {
  const { page } = app
  await page.evaluate(() => {
    const counter = { frames: -1, start: 0, end: 0, isOn: true }
    const count = (now: number) => {
      if (counter.frames < 0) counter.start = now
      counter.frames += 1
      counter.end = now
      if (counter.isOn) requestAnimationFrame(count)
    }
    requestAnimationFrame(count)
    Object.assign(window, { frameCounter: counter })
  })
  const before = await app.spent()
  const moves = await gesture()
  const after = await app.spent()
  const { frames, milliseconds } = await page.evaluate(() => {
    const { frameCounter } = window as unknown as {
      frameCounter: { frames: number; start: number; end: number; isOn: boolean }
    }
    frameCounter.isOn = false
    return { frames: frameCounter.frames, milliseconds: frameCounter.end - frameCounter.start }
  })
  const busy = Math.min(frames, moves)
  return {
    script: (after.script - before.script) / busy,
    work: (after.work - before.work) / busy,
    perSecond: (1000 * frames) / milliseconds,
  }
}

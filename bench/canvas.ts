// npm run bench:canvas: how the graph editor feels with a thousand nodes, in the built app in a real Chromium.
import type { Page } from 'playwright-core'
import { setParam } from '../shared/edits/setValues.ts'
import { inferGraph } from '../shared/infer.ts'
import { isCall } from '../shared/project.ts'
import { analysisOf } from '../renderer/store/analysis.ts'
import { bigGraph } from './canvas/bigGraph.ts'
import { firstRender } from './canvas/firstRender.ts'
import { comeNear, dragCard, pan, selectCard, zoom } from './canvas/gestures.ts'
import { type Layout, layOut } from './canvas/layOut.ts'
import { measureFrames } from './canvas/measureFrames.ts'
import { type OpenApp, openApp } from './canvas/openApp.ts'
import { report, reportLoad } from './canvas/report.ts'
import { typeKey } from './canvas/typeKey.ts'

const big = bigGraph({ nodes: 1000, edges: 1300, lanes: 24 }, 1)
const small = bigGraph({ nodes: 200, edges: 260, lanes: 8 }, 1)
const repeats = 5

/** A Dense layer's card amid the graph, and a place on its head. */
const amid = Object.values(big.nodes).flatMap((node) => {
  const isMeant = isCall(node) && big.layers[node.layer]?.type === 'dense' && node.x > 4000 && node.y > 4000
  return isMeant ? [{ layer: node.layer, x: node.x + 100, y: node.y + 12 }] : []
})[0]
if (!amid) throw new Error('No Dense layer amid the graph.')
const card = amid

const repeat = async <T>(times: number, measure: () => Promise<T>): Promise<T[]> => {
  const results: T[] = []
  for (let index = 0; index < times; index++) results.push(await measure())
  return results
}

/** The first look at the whole graph in a fresh page, and the next one at reading zoom. */
async function benchFirstRender(app: OpenApp): Promise<void> {
  const whole: number[] = []
  const work: number[] = []
  const near: number[] = []
  for (let index = 0; index < repeats; index++) {
    await app.open('big.loom')
    const before = await app.spent()
    whole.push(await firstRender(app.page))
    work.push((await app.spent()).work - before.work)
    await comeNear(app.page, card)
    await app.go('Train')
    near.push(await firstRender(app.page))
  }
  report('first render, all in view', 'ms', whole, { is: 'atMost', limit: 1500 })
  report('first render, all in view, work', 'ms', work)
  report('first render, reading zoom', 'ms', near, { is: 'atMost', limit: 1500 })
}

/** Pan, zoom and drag while cards can be read. */
async function benchNear(app: OpenApp): Promise<void> {
  for (const [name, gesture] of Object.entries({ pan, zoom, drag: (page: Page) => dragCard(page, card) })) {
    const frames = await repeat(repeats, async () => {
      await comeNear(app.page, card)
      const measured = await measureFrames(app, () => gesture(app.page))
      await app.page.keyboard.press('Control+KeyZ')
      return measured
    })
    const script = frames.map((one) => one.script)
    report(`${name}, script a frame`, 'ms', script, { is: 'atMost', limit: 6 })
    const work = frames.map((one) => one.work)
    report(`${name}, all work a frame`, 'ms', work)
    const perSecond = frames.map((one) => one.perSecond)
    report(`${name}, frames a second`, '', perSecond)
  }
}

/** Pan with every node in view. */
async function benchFar(app: OpenApp): Promise<void> {
  await app.page.keyboard.press('Shift+Digit1')
  await app.page.waitForTimeout(600)
  const frames = await repeat(repeats, () => measureFrames(app, () => pan(app.page)))
  const perSecond = frames.map((one) => one.perSecond)
  report('all 1,000 in view, frames a second', '', perSecond, { is: 'atLeast', limit: 30 })
  const script = frames.map((one) => one.script)
  report('all 1,000 in view, script a frame', 'ms', script)
}

/** Processor time in milliseconds, which other work on the machine does not touch. */
const timeOf = (work: () => unknown): number => {
  const before = process.cpuUsage()
  work()
  return process.cpuUsage(before).user / 1000
}

/** A width typed into a Dense layer: its sum changes, and the shape of everything behind it. */
async function benchTyping(app: OpenApp): Promise<void> {
  let project = big
  analysisOf(project)
  const analysed: number[] = []
  for (let index = 0; index < 40; index++) {
    analysed.push(
      timeOf(() => {
        project = setParam(project, card.layer, 'units', 33 + index)
        analysisOf(project)
      }),
    )
  }
  report('typing: edit to analysis', 'ms', analysed, { is: 'atMost', limit: 16 })
  const opened = Array.from({ length: 40 }, () => timeOf(() => inferGraph(big)))
  report('analysis from nothing', 'ms', opened, { is: 'atMost', limit: 16 })

  await comeNear(app.page, card)
  await selectCard(app.page, card)
  const units = app.page.getByRole('textbox', { name: 'Units' })
  await units.focus()
  await app.page.keyboard.press('End')
  const keys = await repeat(20, async () => {
    const typed = await typeKey(app, '0')
    await app.page.waitForTimeout(100)
    await app.page.keyboard.press('Backspace')
    await app.page.waitForTimeout(100)
    return typed
  })
  const script = keys.map((key) => key.script)
  report('typing: script of a key', 'ms', script)
  const painted = keys.map((key) => key.painted)
  report('typing: key to painted', 'ms', painted)
}

/** The layout of 200 nodes, which a worker makes: what the page notices is its result. */
async function benchLayout(app: OpenApp): Promise<void> {
  const layouts: Layout[] = []
  for (let index = 0; index < repeats; index++) {
    await app.open('small.loom')
    await app.go('Model')
    await app.page.waitForTimeout(500)
    layouts.push(await layOut(app.page))
    // Back to the saved document, so that the next one opens without a question.
    await app.page.keyboard.press('Control+KeyZ')
    await app.page.waitForTimeout(300)
  }
  const total = layouts.map((layout) => layout.total)
  report('layout of 200 nodes', 'ms', total, { is: 'atMost', limit: 1000 })
  const pauses = layouts.map((layout) => layout.longestPause)
  report('layout of 200 nodes, longest pause of the page', 'ms', pauses)
}

reportLoad()
const app = await openApp({ 'big.loom': big, 'small.loom': small })
try {
  await benchFirstRender(app)
  await benchNear(app)
  await benchFar(app)
  await benchTyping(app)
  await benchLayout(app)
} finally {
  await app.close()
}
reportLoad()

import type { OpenApp } from './openApp.ts'

/** Types a key into the field that has the focus. Resolves to the milliseconds until the page shows it, and its script time. */
export async function typeKey({ page, devtools }: OpenApp, key: string) {
  const script = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0)
  }
  const before = await script()
  await page.evaluate(() => {
    const painted = new Promise<number>((resolve) =>
      window.addEventListener(
        'keydown',
        ({ timeStamp }) =>
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp))),
        { once: true, capture: true },
      ),
    )
    Object.assign(window, { painted })
  })
  await page.keyboard.press(key)
  const painted = await page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted)
  return { painted, script: (await script()) - before }
}

import type { OpenApp } from './openApp.ts'

/** Types a key into the field that has the focus. Resolves to the milliseconds until the page shows it, and its script time. */
export async function typeKey({ page, spent }: OpenApp, key: string) {
  const before = await spent()
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
  return { painted, script: (await spent()).script - before.script }
}

import type { Page } from 'playwright-core'

/** How long a layout took, and the longest that the page answered nothing meanwhile, in ms. */
export interface Layout {
  readonly total: number
  readonly longestPause: number
}

/** Lays the open graph out by its key; it is laid out once the document has changed. */
export async function layOut(page: Page): Promise<Layout> {
  await page.locator('.react-flow').focus()
  await page.evaluate(() => {
    const measured = new Promise<Layout>((resolve) => {
      const begin = () => {
        const start = performance.now()
        let last = start
        let longestPause = 0
        const timer = setInterval(() => {
          const now = performance.now()
          longestPause = Math.max(longestPause, now - last)
          last = now
          if (!document.querySelector('header')?.textContent.includes('Unsaved changes')) return
          clearInterval(timer)
          resolve({ total: now - start, longestPause })
        }, 1)
      }
      window.addEventListener('keydown', begin, { once: true, capture: true })
    })
    Object.assign(window, { measured })
  })
  await page.keyboard.press('Shift+KeyL')
  return page.evaluate(() => (window as unknown as { measured: Promise<Layout> }).measured)
}

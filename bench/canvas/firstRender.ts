import type { Page } from 'playwright-core'

/** Goes to the Model workspace and waits until the graph is painted. Resolves to the milliseconds that took. */
export const firstRender = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const painted = async () => {
      await frame()
      await new Promise((resolve) => setTimeout(resolve))
    }
    const isShown = () => {
      const overview = document.querySelector<HTMLElement>('[data-overview="drawn"]')
      if (overview) return true
      const node = document.querySelector('.react-flow__node')
      return node !== null && getComputedStyle(node).visibility === 'visible'
    }
    const start = performance.now()
    const links = document.querySelectorAll<HTMLElement>('nav :is(button, a)')
    const model = [...links].find(({ textContent }) => textContent.trim() === 'Model')
    model?.click()
    while (!isShown()) await frame()
    await painted()
    return performance.now() - start
  })

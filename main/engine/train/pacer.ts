/** Nothing, or a promise to wait for so that waiting messages get in. */
export type Pause = () => Promise<void> | null

/** Lets messages in at least every 50 ms of work, and no more often: each time costs. */
export const createPacer = (letIn: () => Promise<void>): Pause => {
  let last = Date.now()
  return () => {
    if (Date.now() - last < 50) return null
    return letIn().then(() => {
      last = Date.now()
    })
  }
}

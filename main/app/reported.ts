const tick = () => new Promise<boolean>((resolve) => setTimeout(resolve, 100, false))

/** Work that reports as it goes, as a stream: its latest report at most ten times a second, then what it returns. */
export async function* reported<P, R>(
  start: (report: (progress: P) => void) => Promise<R>,
): AsyncGenerator<P, R> {
  const latest: P[] = []
  const work = start((progress) => {
    latest[0] = progress
  })
  const settled = work.then(
    () => true,
    () => true,
  )
  while (!(await Promise.race([settled, tick()]))) {
    for (const progress of latest.splice(0)) yield progress
  }
  return await work
}

/**
 * Does some work and yields what it reports meanwhile, the latest ten times a second at most; returns what the work gives.
 * Throws what the work throws.
 */
export async function* withProgress<P, R>(
  work: (report: (progress: P) => void) => Promise<R>,
): AsyncGenerator<P, R> {
  let latest: { readonly progress: P } | null = null
  const done = work((progress) => {
    latest = { progress }
  })
  const settled = done.then(
    () => true,
    () => true,
  )
  const tick = () => new Promise<boolean>((resolve) => setTimeout(resolve, 100, false))
  while (!(await Promise.race([settled, tick()]))) {
    const reported = latest as { readonly progress: P } | null
    if (reported) yield reported.progress
    latest = null
  }
  return done
}

/** Five or so whole, round epochs from 0 to the end; they stay put while the run goes on. */
export function horizontalTicks(end: number): number[] {
  const rough = Math.max(1, end / 5)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 5, 10].find((nice) => nice * power >= rough) ?? 10)
  return Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, index) => index * step)
}

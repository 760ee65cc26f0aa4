/** Five or so whole, round epochs from 0 to the end; they stay put while the run goes on. */
export function horizontalTicks(end: number): number[] {
  const rough = Math.max(1, end / 5)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 5, 10].find((nice) => nice * power >= rough) ?? 10)
  return Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, index) => index * step)
}

/**
 * Ticks of the vertical axis: two to five equal parts that come out round for the ends `niceCeiling` gives, or the
 * powers of ten between the ends of a logarithmic one, at most six.
 */
export function verticalTicks([bottom, top]: readonly [number, number], isLog: boolean): number[] {
  if (isLog) {
    const first = Math.round(Math.log10(bottom))
    const count = Math.round(Math.log10(top)) - first
    const step = Math.max(1, Math.ceil(count / 5))
    return Array.from({ length: Math.floor(count / step) + 1 }, (_, index) => 10 ** (first + index * step))
  }
  const leading = Math.round((top / 10 ** Math.floor(Math.log10(top))) * 10) / 10
  const parts = [1.5, 3, 6].includes(leading) ? 3 : [1, 5].includes(leading) ? 5 : 4
  return Array.from({ length: parts + 1 }, (_, index) => Number(((top * index) / parts).toPrecision(12)))
}

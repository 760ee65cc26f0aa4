/** 10^0 to 10^22, all exact. */
export const powers = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`))

const splitter = 2 ** 27 + 1

/** What a product of two numbers lost in rounding (Dekker 1971). */
const productError = (a: number, b: number, product: number): number => {
  const aScaled = splitter * a
  const aHigh = aScaled - (aScaled - a)
  const aLow = a - aHigh
  const bScaled = splitter * b
  const bHigh = bScaled - (bScaled - b)
  const bLow = b - bHigh
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow
}

/**
 * (high × 10^shift + low) / 10^decimals correctly rounded, for 0 < high ≤ 2^53, 0 ≤ low < 10^shift, shift ≤ 9 and
 * decimals ≤ 22: up to 24 digits without text. Reckoned in pairs of floats; NaN where
 * these are too coarse to tell between two neighbours (Ziv 1991).
 */
export const exactQuotient = (high: number, shift: number, low: number, decimals: number): number => {
  const scale = powers[shift] as number
  const divisor = powers[decimals] as number
  const product = high * scale
  const dividend = product + low
  const dividendError = low - (dividend - product) + productError(high, scale, product)
  const quotient = dividend / divisor
  const back = quotient * divisor
  const rest = dividend - back - productError(quotient, divisor, back) + dividendError
  const correction = rest / divisor
  const value = quotient + correction
  const error = correction - (value - quotient)
  return value + error * (1 + 2 ** -20) === value ? value : Number.NaN
}

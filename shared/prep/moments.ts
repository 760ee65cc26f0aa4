/** Mean and standard deviation (of the population) of some numbers. */
export const moments = (values: Float64Array) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return { mean, std: Math.sqrt(variance) }
}

/** The value below which this share of the sorted values lies, interpolated as NumPy does. */
export const quantile = (sorted: Float64Array, share: number): number => {
  const place = share * (sorted.length - 1)
  const low = sorted[Math.floor(place)] ?? 0
  return low + (place % 1) * ((sorted[Math.ceil(place)] ?? 0) - low)
}

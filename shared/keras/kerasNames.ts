/** A name without underscores and case: `he_normal`, `HeNormal` and `heNormal` are one. */
export const bareName = (name: string): string => name.replaceAll('_', '').toLowerCase()

/** A Keras name in camelCase: `kernel_size` → `kernelSize`, `HeNormal` → `heNormal`. */
export const camelCase = (name: string): string => {
  const joined = name.replace(/_+([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase())
  return joined.slice(0, 1).toLowerCase() + joined.slice(1)
}

/** The base of the name that Keras gives a layer of this class: `MaxPooling2D` → `max_pooling2d`. */
export const automaticName = (className: string): string =>
  className
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()

/** Names as Keras numbers layers that are given none: `dense`, `dense_1`, … */
export const createNamer = () => {
  const counts = new Map<string, number>()
  const peek = (className: string): string => {
    const base = automaticName(className)
    const count = counts.get(base) ?? 0
    return count ? `${base}_${count}` : base
  }
  return {
    /** The name the next layer of this class would get. */
    peek,
    /** The next name, used up. */
    next: (className: string): string => {
      const name = peek(className)
      const base = automaticName(className)
      counts.set(base, (counts.get(base) ?? 0) + 1)
      return name
    },
  }
}

/** Whether a value of JSON is an object. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

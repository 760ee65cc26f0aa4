/** Text for values that structured cloning keeps and JSON does not. */
export interface Codec {
  encode(value: unknown): string
  decode(text: string): unknown
}

/**
 * Makes the codec by which the isolated world and the main process speak over the DevTools protocol. Stands alone, for its
 * source is also put into the page. Refuses functions, as structured cloning does.
 */
export function makeCodec(): Codec {
  const arrays = {
    Float32Array,
    Float64Array,
    Int32Array,
    Uint32Array,
    Uint8Array,
    Uint8ClampedArray,
    Int8Array,
    Int16Array,
    Uint16Array,
  }
  const toText = (bytes: Uint8Array): string => {
    let text = ''
    for (let at = 0; at < bytes.length; at += 0x8000)
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
    return btoa(text)
  }
  const toBytes = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  const pack = (value: unknown): unknown => {
    if (value === undefined) return { $: 'undefined' }
    if (typeof value === 'function' || typeof value === 'symbol')
      throw new Error('An object could not be cloned.')
    if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)))
      return { $: 'number', value: Object.is(value, -0) ? '-0' : String(value) }
    if (typeof value === 'bigint') return { $: 'bigint', value: String(value) }
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(pack)
    if (value instanceof ArrayBuffer) return { $: 'ArrayBuffer', value: toText(new Uint8Array(value)) }
    if (ArrayBuffer.isView(value))
      return {
        $: Object.prototype.toString.call(value).slice(8, -1),
        value: toText(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)),
      }
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, pack(one)]))
  }
  const unpack = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(unpack)
    const { $, value: inner } = value as { $?: string; value?: string }
    if ($ === 'undefined') return undefined
    if ($ === 'number') return Number(inner)
    if ($ === 'bigint') return BigInt(inner ?? 0)
    if ($ === 'ArrayBuffer') return toBytes(inner ?? '').buffer
    if ($ !== undefined)
      return new arrays[$ as keyof typeof arrays](toBytes(inner ?? '').buffer as ArrayBuffer)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unpack(one)]))
  }
  return {
    encode: (value) => JSON.stringify(pack(value)),
    decode: (text) => unpack(JSON.parse(text)),
  }
}

import { decode, encode, ExtensionCodec } from '@msgpack/msgpack'

/** MessagePack with an extension type per typed array: the page's half of main/serve's codec. */
const arrays = [
  [1, Float32Array],
  [2, Float64Array],
  [3, Int32Array],
  [4, Uint32Array],
] as const

const extensionCodec = new ExtensionCodec()
for (const [type, Kind] of arrays) {
  extensionCodec.register({
    type,
    encode: (value) =>
      value instanceof Kind ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : null,
    // The bytes are copied, for a view must start at a multiple of its element size.
    decode: (bytes) => new Kind(bytes.slice().buffer),
  })
}

/** A message as bytes; values that are undefined are left out of objects. */
export const encodeMessage = (message: unknown): Uint8Array<ArrayBuffer> =>
  encode(message, { extensionCodec, ignoreUndefined: true })

/** The message in these bytes. Throws on bytes that are no MessagePack. */
export const decodeMessage = (bytes: ArrayBuffer): unknown => decode(bytes, { extensionCodec })

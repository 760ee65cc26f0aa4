import { decode, encode, ExtensionCodec } from '@msgpack/msgpack'

/** MessagePack with an extension type per typed array: the served half of renderer/wire/codec.ts. */
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
    decode: (bytes) => new Kind(new Uint8Array(bytes).buffer),
  })
}

/** A message as bytes; values that are undefined are left out of objects. */
export const encodeMessage = (message: unknown): Uint8Array =>
  encode(message, { extensionCodec, ignoreUndefined: true, maxDepth: 500 })

/** The message in these bytes. Throws on bytes that are no MessagePack. */
export const decodeMessage = (bytes: Uint8Array): unknown => decode(bytes, { extensionCodec })

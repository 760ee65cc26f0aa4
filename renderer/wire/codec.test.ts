import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeMessage, encodeMessage } from './codec.ts'

const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer
const roundTrip = (message: unknown) => decodeMessage(bufferOf(encodeMessage(message)))

describe('messages on the wire', () => {
  it('come back as they were, typed arrays included', () => {
    const message = fc.record({
      id: fc.string(),
      floats: fc.float32Array({ noNaN: true }),
      doubles: fc.float64Array(),
      whole: fc.int32Array(),
      bytes: fc.uint8Array(),
      // Whole numbers lose the sign of zero on the way, and the key __proto__ is refused, as it is in documents.
      plain: fc
        .json()
        .map((text): unknown => JSON.parse(text.replaceAll('-0', '0').replaceAll('__proto__', 'proto'))),
    })
    fc.assert(
      fc.property(message, (sent) => {
        expect(roundTrip(sent)).toEqual(sent)
      }),
    )
  })
  it('are refused with the key __proto__', () => {
    expect(() => roundTrip(JSON.parse('{"__proto__":1}'))).toThrow('__proto__')
  })
  it('leave out what is undefined', () => {
    expect(roundTrip({ a: undefined, b: 1 })).toEqual({ b: 1 })
  })
})

import type { Packed } from '../../datasets/archive/packedStream.ts'

/** A file of a pack that may be unpacked, with the hash its bytes must have. */
export interface PackEntry {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly packed: Packed
}

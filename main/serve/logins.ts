import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Codes that open a session once, and the sessions they opened. Only hashes are kept. */
export interface Logins {
  /** A fresh one-time code of 256 bits. */
  newCode(): string
  /** The token of a new session for a code, which is used up; null for any other text. */
  redeem(code: string): string | null
  isToken(token: string): boolean
}

const codeLimit = 100
const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
const secret = (): string => randomBytes(32).toString('base64url')

/** Finds a hash among others in a time that does not depend on where, or whether, it is. */
const indexOf = (hashes: readonly Buffer[], text: string): number => {
  const wanted = hash(text)
  return hashes.reduce((found, known, index) => (timingSafeEqual(known, wanted) ? index : found), -1)
}

/** No codes and no sessions yet. */
export function createLogins(): Logins {
  const codes: Buffer[] = []
  const tokens: Buffer[] = []
  return {
    newCode() {
      const code = secret()
      codes.push(hash(code))
      if (codes.length > codeLimit) codes.shift()
      return code
    },
    redeem(code) {
      const index = indexOf(codes, code)
      if (index < 0) return null
      codes.splice(index, 1)
      const token = secret()
      tokens.push(hash(token))
      if (tokens.length > codeLimit) tokens.shift()
      return token
    },
    isToken: (token) => indexOf(tokens, token) >= 0,
  }
}

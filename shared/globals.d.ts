/** What every host of shared code has (Node, page, worker), declared here because shared sees neither DOM nor Node types. */
interface AbortSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void
  removeEventListener(type: 'abort', listener: () => void): void
}
interface AbortController {
  readonly signal: AbortSignal
  abort(): void
}
declare const AbortController: { new (): AbortController }
declare const crypto: { randomUUID(): string }

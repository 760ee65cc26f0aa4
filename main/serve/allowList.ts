import type { IncomingMessage } from 'node:http'

/** Which names a browser may know this server by. */
export interface AllowList {
  readonly hosts: ReadonlySet<string>
}

/** The exact `Host` values that are answered: the loopback names, or the address that was asked for, with the port. */
export const allowList = (host: string, port: number): AllowList => {
  const names = ['127.0.0.1', '::1', 'localhost'].includes(host)
    ? ['127.0.0.1', 'localhost', '[::1]']
    : [host]
  return { hosts: new Set(names.map((name) => `${name}:${port}`)) }
}

/** Whether exactly one known `Host` was sent: pages of other names that lead here (DNS rebinding) get nothing. */
export const hasAllowedHost = ({ hosts }: AllowList, request: IncomingMessage): boolean => {
  const sent = request.headersDistinct['host'] ?? []
  return sent.length === 1 && hosts.has(sent[0] ?? '')
}

/** Whether a request comes from this server's own page, or (where `absent` is fine) from none. */
export const hasAllowedOrigin = (request: IncomingMessage, absent: 'fine' | 'refused'): boolean => {
  const sent = request.headersDistinct['origin'] ?? []
  if (sent.length === 0) return absent === 'fine'
  return sent.length === 1 && sent[0] === `http://${request.headers.host ?? ''}`
}

import { describe, expect, it } from 'vitest'
import { redact } from './log.ts'

const home = '/home/hong'
const secrets = [
  'GET /login?code=s3cr3t-value HTTP/1.1',
  'code=s3cr3t-value',
  'token: s3cr3t-value',
  'token=s3cr3t-value&x=1',
  '"token": "s3cr3t-value"',
  "'token': 's3cr3t-value'",
  'TOKEN=s3cr3t-value',
  'access_token=s3cr3t-value',
  'Authorization: Bearer s3cr3t-value',
  'authorization=s3cr3t-value',
  'password=s3cr3t-value',
  'password: s3cr3t-value',
  'apikey=s3cr3t-value',
  'api_key: s3cr3t-value',
  'client_secret=s3cr3t-value',
  '{"secret":"s3cr3t-value"}',
]
const paths = [
  '/home/hong/models/a.loom',
  "ENOENT: no such file, open '/home/hong/a.csv'",
  'at run (file:///home/hong/app/out/main/index.js:1:1)',
  '/home/hong',
]

describe('the log', () => {
  it.each(secrets)('keeps the secret out of: %s', (line) => {
    expect(redact(line, home)).not.toContain('s3cr3t')
  })
  it.each(paths)('keeps the home folder out of: %s', (line) => {
    expect(redact(line, home)).not.toContain('hong')
  })
  it('keeps Windows home folders out, whichever way their slashes lean', () => {
    const windows = 'C:\\Users\\hong'
    expect(redact('C:\\Users\\hong\\a.loom C:/Users/hong/b.loom', windows)).toBe('~\\a.loom ~/b.loom')
  })
  it('leaves the rest as it is', () => {
    expect(redact('engine: out of memory in epoch 3', home)).toBe('engine: out of memory in epoch 3')
  })
})

import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { projectFormatDoc } from './projectFormat.ts'

const file = new URL('../docs/project-format.md', import.meta.url)

it('docs/project-format.md says what the code reads (UPDATE=1 writes it anew)', () => {
  if (process.env.UPDATE) writeFileSync(file, projectFormatDoc())
  expect(readFileSync(file, 'utf8')).toBe(projectFormatDoc())
})

import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { layerReference } from './layerReference.ts'

it.each([
  ['layers.md', 'en'],
  ['layers.ko.md', 'ko'],
] as const)('docs/%s says what the catalogue says (UPDATE=1 writes it anew)', (name, language) => {
  const file = new URL(`../docs/${name}`, import.meta.url)
  if (process.env.UPDATE) writeFileSync(file, layerReference(language))
  expect(readFileSync(file, 'utf8')).toBe(layerReference(language))
})

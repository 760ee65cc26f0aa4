import { describe, expect, it } from 'vitest'
import en from './en.json'
import ko from './ko.json'

/** Areas whose keys are used by other programs than the page, or all by a computed key; each has a test of its own. */
const elsewhere = ['problems.', 'repairs.', 'desktop.', 'cli.']

const flat = (tree: object, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : flat(value as object, `${path}${key}.`),
  )

const plural = /_(zero|one|two|few|many|other)$/
const english = new Map(flat(en))
const korean = new Map(flat(ko))
const baseOf = (key: string) => key.replace(plural, '')
const placeholders = (sentence: string) =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted()

const sources = Object.entries(
  import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }),
)
  .filter(([file]) => !/\.test\.tsx?$/.test(file))
  .map(([, text]) => text)

/** Keys and prefixes of computed keys in the page's code: every string that reads like a key of a known area. */
const areas = Object.keys(en).join('|')
const literal = new RegExp(`['"\`]((?:${areas})\\.[\\w.-]*)(\\$\\{)?`, 'g')
const found = sources.flatMap((text) =>
  [...text.matchAll(literal)].map(([, key = '', computed]) => ({ key, computed })),
)
const used = new Set(found.filter(({ computed }) => !computed).map(({ key }) => key))
const prefixes = [...new Set(found.filter(({ computed }) => computed).map(({ key }) => key))]

/** Strings that read like keys but are names of something else. */
const isKeyCall = (key: string) =>
  sources.some((text) => new RegExp(`\\bt\\(\\s*['"]${key.replaceAll('.', '\\.')}['"]`).test(text))

describe('the sentences of the page', () => {
  it('exist in both languages', () => {
    const bases = (keys: Iterable<string>) => [...new Set([...keys].map(baseOf))].toSorted()
    expect(bases(korean.keys())).toEqual(bases(english.keys()))
  })
  it('have every plural form that their language needs', () => {
    for (const key of [...english.keys()].filter((one) => plural.test(one))) {
      expect([...english.keys()], key).toEqual(
        expect.arrayContaining([`${baseOf(key)}_one`, `${baseOf(key)}_other`]),
      )
      expect([...korean.keys()], key).toContain(`${baseOf(key)}_other`)
    }
  })
  it('use the same values in both languages', () => {
    for (const [key, sentence] of korean) {
      // English leaves the number out of “one”.
      const other = english.get(key) ?? english.get(baseOf(key)) ?? ''
      expect(placeholders(sentence), key).toEqual(placeholders(other))
    }
  })
  it('are never empty', () => {
    for (const [key, sentence] of [...english, ...korean]) expect(sentence.trim(), key).not.toBe('')
  })
  it('are there for every key that the code asks for', () => {
    const bases = new Set([...english.keys()].map(baseOf))
    const missing = [...used].filter((key) => !bases.has(key) && !bases.has(baseOf(key)) && isKeyCall(key))
    expect(missing).toEqual([])
    const asked = (prefix: string) => sources.some((text) => text.includes(`t(\`${prefix}\${`))
    for (const prefix of prefixes.filter(asked))
      expect(
        [...bases].some((key) => key.startsWith(prefix)),
        `a key that begins with ${prefix}`,
      ).toBe(true)
  })
  it('are all asked for by some code', () => {
    const unused = [...new Set([...english.keys()].map(baseOf))].filter(
      (key) =>
        !elsewhere.some((area) => key.startsWith(area)) &&
        !used.has(key) &&
        !prefixes.some((prefix) => key.startsWith(prefix)),
    )
    expect(unused).toEqual([])
  })
})

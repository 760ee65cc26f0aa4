import { describe, expect, it } from 'vitest'
import { read } from '../read.test-support.ts'

/**
 * All 11,172 Hangul syllables in CP949, laid out here by its rules and not by a codec of ours: the 2,350 of KS X 1001 from
 * B0A1 on, 94 a row (their list is the platform's, right for these), and the other 8,822 in order in the places left.
 */
const syllables = (): readonly (readonly [string, number, number])[] => {
  const common: [string, number, number][] = []
  const euc = new TextDecoder('euc-kr')
  for (let lead = 0xb0; lead <= 0xc8; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++)
      common.push([euc.decode(Uint8Array.of(lead, trail)), lead, trail])
  const known = new Set(common.map(([syllable]) => syllable))
  const others = Array.from({ length: 11_172 }, (_, at) => String.fromCharCode(0xac00 + at)).filter(
    (syllable) => !known.has(syllable),
  )
  const places: [number, number][] = []
  for (let lead = 0x81; lead <= 0xc6; lead++)
    for (let trail = 0x41; trail <= (lead <= 0xa0 ? 0xfe : 0xa0); trail++)
      if (trail <= 0x5a || (trail >= 0x61 && trail <= 0x7a) || trail >= 0x81) places.push([lead, trail])
  return common.concat(others.map((syllable, at) => [syllable, ...(places[at] as [number, number])]))
}
const all = syllables()
const bytesOf = new Map(all.map(([syllable, lead, trail]) => [syllable, [lead, trail]]))

/** Text in CP949. */
const encode = (text: string): Buffer =>
  Buffer.from(Array.from(text).flatMap((character) => bytesOf.get(character) ?? [character.charCodeAt(0)]))

describe('CP949', () => {
  it('is laid out as the standard says', () => {
    expect(all).toHaveLength(11_172)
    expect([...encode('똠방각하')]).toEqual([0x8c, 0x63, 0xb9, 0xe6, 0xb0, 0xa2, 0xc7, 0xcf])
    expect([...encode('갂힣힝')]).toEqual([0x81, 0x41, 0xc6, 0x52, 0xc8, 0xfe])
  })

  it('is read right in every syllable', async () => {
    const usual = Array.from({ length: 2000 }, () => '서울시 강남구,1')
    const rows = all.map(([syllable], at) => `${syllable}${at},${at}`)
    const { profile, cells } = await read(encode(['이름,값', ...usual, ...rows].join('\r\n')))
    expect(profile).toMatchObject({ rows: 13_172, badRowCount: 0, dialect: { encoding: 'cp949' } })
    expect(cells[0]?.slice(2000)).toEqual(all.map(([syllable], at) => `${syllable}${at}`))
  })

  it('is read right with a block border at every offset', async () => {
    const text = '이름;"메모; 둘"\n똠방각하;"펲시 ""콜라""\n한 잔"\n믜;결측\n서울;쒯\n'
    const bytes = encode(text)
    for (let blockBytes = 1; blockBytes <= bytes.length + 1; blockBytes++) {
      const { names, cells, profile } = await read(bytes, { blockBytes })
      expect(profile).toMatchObject({ badRowCount: 0, dialect: { encoding: 'cp949', delimiter: ';' } })
      expect(names).toEqual(['이름', '메모; 둘'])
      expect(cells).toEqual([
        ['똠방각하', '믜', '서울'],
        ['펲시 "콜라"\n한 잔', null, '쒯'],
      ])
    }
  })

  it('has trail bytes that look like ASCII, and none of them is a delimiter', async () => {
    const odd = all.filter(([, , trail]) => trail < 0x80).map(([syllable]) => syllable)
    expect(odd).toHaveLength(3606)
    for (const delimiter of [',', ';', '\t', '|']) {
      const rows = odd.map((syllable, at) => `서울시 ${syllable}${delimiter}${at}`)
      const { cells, profile } = await read(encode([`도시${delimiter}값`, ...rows].join('\n')))
      expect(profile.dialect).toMatchObject({ encoding: 'cp949', delimiter })
      expect(cells[0]).toEqual(odd.map((syllable) => `서울시 ${syllable}`))
    }
  })
})

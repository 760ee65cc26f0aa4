import { describe, expect, it } from 'vitest'
import { paletteEntries } from '../../../shared/layers/index.ts'
import { searchEntries } from './searchEntries.ts'

const found = (text: string) => searchEntries(paletteEntries, text).map(({ type }) => type)

describe('searching the layers', () => {
  it('gives all of them, in their order, when nothing is typed', () => {
    expect(searchEntries(paletteEntries, '  ')).toBe(paletteEntries)
  })
  it('puts a title that begins with the words first', () => {
    expect(found('dense')[0]).toBe('dense')
    expect(found('drop')[0]).toBe('dropout')
    expect(found('conv')[0]).toMatch(/conv/i)
  })
  it('finds by letters that stand apart', () => {
    expect(found('gap')[0]).toMatch(/globalAveragePooling/)
    expect(found('bn')[0]).toBe('batchNormalization')
    expect(found('maxpool')[0]).toMatch(/^maxPooling/)
  })
  it('finds by Keras class and by words in any order', () => {
    expect(found('BatchNormalization')[0]).toBe('batchNormalization')
    expect(found('pooling max')[0]).toMatch(/^maxPooling/)
  })
  it('finds by the help in both languages, after the names', () => {
    expect(found('residual')).toContain('add')
    expect(found('잔차')).toContain('add')
    expect(found('데이터가 모델로')[0]).toBe('input')
  })
  it('finds nothing for what is in no entry', () => {
    expect(found('qqqzzz')).toEqual([])
    expect(found('ㅁㅁㅁㅁ')).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import ko from './ko.json'
import { i18n, startSentences } from './i18n.ts'
import { withParticles } from './particles.ts'

const leaves = (tree: object): readonly string[] =>
  Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : leaves(value as object)))

describe('the particle after a value', () => {
  it.each([
    ['나이이(가)', '나이가'],
    ['사람이(가)', '사람이'],
    ['지역은(는)', '지역은'],
    ['키을(를)', '키를'],
    ['강남과(와) 강서과(와)', '강남과 강서와'],
  ])('%s is %s, by the last syllable', (sentence, right) => expect(withParticles(sentence)).toBe(right))
  it.each([
    ['서울(으)로', '서울로'],
    ['서초(으)로', '서초로'],
    ['강남(으)로', '강남으로'],
  ])('%s is %s: ㄹ counts as a vowel before 로', (sentence, right) =>
    expect(withParticles(sentence)).toBe(right),
  )
  it.each([
    ['0', '으로', '이'],
    ['1', '로', '이'],
    ['2', '로', '가'],
    ['3', '으로', '이'],
    ['1,024', '로', '가'],
    ['0.5', '로', '가'],
    ['16', '으로', '이'],
    ['7', '로', '이'],
    ['128', '로', '이'],
    ['-9', '로', '가'],
    ['100', '으로', '이'],
    ['20%', '로', '가'],
  ])('after the number %s it is %s and %s', (value, to, subject) => {
    expect(withParticles(`${value}(으)로`)).toBe(value + to)
    expect(withParticles(`${value}이(가)`)).toBe(value + subject)
  })
  it.each([
    ['LSTM', '이'],
    ['CSV', '가'],
    ['URL', '이'],
    ['R', '이'],
    ['html', '이'],
    ['Dense', '가'],
    ['Adam', '이'],
    ['Embedding', '이'],
    ['softmax', '가'],
    ['time', '이'],
    ['scale', '이'],
    ['double', '이'],
    ['petal_length', '가'],
    ['Dropout', '이'],
    ['input', '이'],
    ['int', '가'],
    ['step', '이'],
    ['block', '이'],
    ['mask', '가'],
    ['color', '가'],
    ['data.csv', '가'],
  ])('after %s, as it is said in Korean, it is %s', (word, particle) =>
    expect(withParticles(`${word}이(가)`)).toBe(word + particle),
  )
  it('passes over closing quotes, brackets and an aside', () => {
    expect(withParticles('‘지역’은(는)')).toBe('‘지역’은')
    expect(withParticles('모양을 [8, 3](으)로')).toBe('모양을 [8, 3]으로')
    expect(withParticles('키(cm)이(가)')).toBe('키(cm)가')
    expect(withParticles('‘지역 (구)’을(를)')).toBe('‘지역 (구)’을')
    expect(withParticles('(값)을(를)')).toBe('(값)을')
  })
  it('reads the parts of a syllable, as macOS writes names of files, as one', () => {
    expect(withParticles(`${'사람'.normalize('NFD')}은(는)`)).toBe('사람은')
  })
  it('stays both where nobody can tell', () => {
    expect(withParticles('東京이(가)')).toBe('東京이(가)')
    expect(withParticles('이(가)')).toBe('이(가)')
  })
})

describe('the sentences of the page', () => {
  it('get their particle in Korean', async () => {
    await startSentences('ko')
    const packed = (name: string) => i18n.t('files.pack.done', { name, bytes: '1 KB' })
    expect(packed('설문')).toBe('설문을 만들었습니다: 1 KB.')
    expect(packed('조사')).toBe('조사를 만들었습니다: 1 KB.')
    const repair = (activation: string) => i18n.t('repairs.setActivation', { activation })
    expect(repair('softmax')).toBe('활성화를 softmax로 바꾸기')
  })
  it('write no pair after a value that stays as it is written', () => {
    for (const sentence of leaves(ko))
      expect(withParticles(sentence.replaceAll(/\{\{\w+\}\}/g, '값')), sentence).not.toMatch(
        /값[’\])]*[가-힣]?\([가-힣]\)/u,
      )
  })
})

/** Each pair of particles as sentences write it: the form after a final consonant, and that after a vowel. */
const pairs: Readonly<Record<string, readonly [string, string]>> = {
  '이(가)': ['이', '가'],
  '은(는)': ['은', '는'],
  '을(를)': ['을', '를'],
  '과(와)': ['과', '와'],
  '(으)로': ['으로', '로'],
}
const written = /이\(가\)|은\(는\)|을\(를\)|과\(와\)|\(으\)로/g

/** How a word ends when it is said: by a vowel, by ㄹ or by another consonant; null when that can't be told. */
type Ending = 'vowel' | 'ㄹ' | 'consonant' | null

const closing = /[\s'"’”»›)\]}>〉》」』】.,:;!?…]+$/u
const aside = /(?<=\S)\s*\([^()]*\)$/u

/** 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구; a zero at the end of 십, 백, 천 or 만 is a consonant too. */
const digits: readonly Ending[] = [
  'consonant',
  'ㄹ',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'ㄹ',
  'ㄹ',
  'vowel',
]

/** Letters said by their names, as in CSV or LSTM: 엘 and 알, 엠 and 엔; every other name ends in a vowel. */
const spelled = (letter: string): Ending =>
  /[LR]/i.test(letter) ? 'ㄹ' : /[MN]/i.test(letter) ? 'consonant' : 'vowel'

/** A word in Latin letters as it is borrowed: 레이블 and 더블, 타임 and 임베딩, 스텝 and 인풋; most others gain a vowel. */
function borrowed(word: string): Ending {
  const isName = word.length === 1 || word === word.toUpperCase() || !/[aeiouy]/i.test(word)
  if (isName) return spelled(word.slice(-1))
  if (/(l|[aeiou]le|[bcdfgkptz]le)$/i.test(word)) return 'ㄹ'
  if (/(m|n|ng|[aeiou][mn]e)$/i.test(word)) return 'consonant'
  return /((^|[^aeiou])[aeiou]([ptk]|ck)|ou[pt]|ook|ic)$/i.test(word) ? 'consonant' : 'vowel'
}

function endingOf(text: string): Ending {
  const open = text.replace(closing, '')
  const last = open.slice(-1)
  const syllable = last.codePointAt(0) ?? 0
  if (syllable >= 0xac00 && syllable <= 0xd7a3) {
    const final = (syllable - 0xac00) % 28
    return final === 0 ? 'vowel' : final === 8 ? 'ㄹ' : 'consonant'
  }
  if (/\d/.test(last)) return digits[Number(last)] ?? null
  // 퍼센트.
  if (last === '%') return 'vowel'
  const [word] = /[A-Za-z]+$/.exec(open) ?? []
  return word === undefined ? null : borrowed(word)
}

/**
 * A Korean sentence with each pair of particles, such as `이(가)`, made the one that fits the word before it, by how
 * that word is said. Quotes and an aside in parentheses are passed over. A word of which nobody can tell keeps both.
 */
export const withParticles = (sentence: string): string =>
  sentence.normalize('NFC').replace(written, (pair, at: number, whole: string) => {
    const ending = endingOf(
      whole
        .slice(0, at)
        .replace(/['"’”]+$/u, '')
        .replace(aside, ''),
    )
    const [afterConsonant = pair, afterVowel = pair] = pairs[pair] ?? []
    if (ending === null) return pair
    return ending === 'vowel' || (ending === 'ㄹ' && pair === '(으)로') ? afterVowel : afterConsonant
  })

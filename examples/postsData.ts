import { seededRandom } from './random.ts'

const rows = 3000
/** Words that only some writers use, for each thing to be told from a post. */
const telling = 12

/** Ids of a post, and how many different ones there are; 0 is padding. */
export const postLength = 60
export const postVocabulary = 600
export const incomeGroups = ['low', 'lower middle', 'middle', 'upper middle', 'high'] as const

/**
 * Posts as word ids with the age, income group and gender of who wrote them. Each ten years of age, each income group and
 * each gender has a few words of its own, used now and then; all others say nothing. Income rises a little with age.
 */
export function postsCsv(seed: number): string {
  const random = seededRandom(seed)
  const word = (block: number) => 1 + block * telling + random.below(telling)
  const ageBlocks = 6
  const plain = 1 + (ageBlocks + incomeGroups.length + 2) * telling
  const lines = ['words,age,income,gender']
  for (let row = 0; row < rows; row++) {
    const age = 18 + random.below(52)
    const decade = Math.min(ageBlocks - 1, Math.floor((age - 10) / 10))
    const lean = (age - 44) / 26
    const income = Math.min(4, Math.max(0, Math.round(2 + lean + 1.1 * random.normal())))
    const gender = random.below(2)
    const post = Array.from({ length: 30 + random.below(31) }, () => {
      const kind = random.uniform()
      if (kind < 0.07) return word(decade)
      if (kind < 0.14) return word(ageBlocks + income)
      if (kind < 0.2) return word(ageBlocks + incomeGroups.length + gender)
      return plain + random.below(postVocabulary - plain)
    })
    lines.push([post.join(' '), age, incomeGroups[income], gender === 1 ? 'female' : 'male'].join(','))
  }
  return `${lines.join('\n')}\n`
}

import { seededRandom } from './random.ts'

const rows = 3000
const people = ['mary', 'john']
const places = ['kitchen', 'garden', 'office', 'bathroom', 'hallway', 'bedroom']
const verbs = ['went', 'moved', 'walked']

/** Every word of the stories; a word's id is its place here, counted from 1: 0 is padding. */
export const storyWords: readonly string[] = [
  'where',
  'is',
  'to',
  'the',
  '.',
  '?',
  ...people,
  ...verbs,
  ...places,
]
/** Ids a story and a question are padded to. */
export const storyLength = 18
export const questionLength = 4

const ids = (words: readonly string[]) => words.map((word) => storyWords.indexOf(word) + 1).join(' ')

/** Two or three sentences of who went where, a question about one of them, and where that person was last. */
export function storiesCsv(seed: number): string {
  const random = seededRandom(seed)
  const lines = ['story,question,story_ids,question_ids,answer']
  for (let row = 0; row < rows; row++) {
    const where = new Map<string, string>()
    const story = Array.from({ length: 2 + random.below(2) }, () => {
      const [person, place] = [random.pick(people), random.pick(places)]
      where.set(person, place)
      return [person, random.pick(verbs), 'to', 'the', place, '.']
    }).flat()
    const asked = random.pick([...where.keys()])
    const question = ['where', 'is', asked, '?']
    lines.push([story.join(' '), question.join(' '), ids(story), ids(question), where.get(asked)].join(','))
  }
  return `${lines.join('\n')}\n`
}

import { seededRandom } from './random.ts'

const rows = 2000
const length = 100
const vocabulary = 10_000
const topicWords = 40

/**
 * The headline example's table: 100 word ids a row, five numbers about the author, and two answers. The topic of the
 * words alone decides the auxiliary answer; topic and numbers together decide the main one. One answer in twenty is noise.
 */
export function headlineCsv(seed: number): string {
  const { uniform: random, normal } = seededRandom(seed)
  // Word ids start at 1: 0 is left for padding. Common words are frequent, as in real text.
  const anyWord = () => 1 + 2 * topicWords + Math.floor((vocabulary - 1 - 2 * topicWords) * random() ** 3)
  const lines = ['words,age,followers,posts,shares,hour,main,auxiliary']
  for (let index = 0; index < rows; index++) {
    const topic = random() < 0.5 ? 0 : 1
    const topicWord = () => 1 + topic * topicWords + Math.floor(topicWords * random())
    const words = Array.from({ length }, () => (random() < 0.25 ? topicWord() : anyWord()))
    const author = Array.from({ length: 5 }, normal)
    const pull = 1.6 * author[0]! - 1.2 * author[1]! + 0.8 * author[2]!
    const noisy = (answer: boolean) => (random() < 0.05 ? !answer : answer)
    const main = noisy((topic === 1 ? 1.2 : -1.2) + pull > 0)
    const auxiliary = noisy(topic === 1)
    lines.push(
      [
        words.join(' '),
        ...author.map((value) => value.toFixed(4)),
        main ? 'read' : 'skipped',
        auxiliary ? 'sport' : 'politics',
      ].join(','),
    )
  }
  return `${lines.join('\n')}\n`
}

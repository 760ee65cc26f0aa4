import { clusters } from './documents/clusters.ts'
import { creditCard } from './documents/creditCard.ts'
import { digitsFunctional } from './documents/digitsFunctional.ts'
import { digitsSequential } from './documents/digitsSequential.ts'
import { headline } from './documents/headline.ts'
import { inception } from './documents/inception.ts'
import { infert } from './documents/infert.ts'
import { posts } from './documents/posts.ts'
import { siamese } from './documents/siamese.ts'
import { stories } from './documents/stories.ts'
import { xorMlp, xorPerceptron } from './documents/xor.ts'

/** Every example's document, by its folder, in the order of the course. */
export const documents = {
  'credit-card': creditCard,
  infert,
  'xor-perceptron': xorPerceptron,
  'xor-mlp': xorMlp,
  'digits-sequential': digitsSequential,
  clusters,
  'digits-functional': digitsFunctional,
  headline,
  stories,
  posts,
  inception,
  siamese,
}

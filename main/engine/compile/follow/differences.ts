import { activations } from './activations.ts'
import { attention } from './attention.ts'
import { borders } from './borders.ts'
import { convolutions } from './convolutions.ts'
import { dropout } from './dropout.ts'
import type { FollowTable } from './followed.ts'
import { merging } from './merging.ts'
import { normalising } from './normalising.ts'
import { operations } from './operations.ts'
import { pooling } from './pooling.ts'
import { recurrent } from './recurrent.ts'
import { reshaping } from './reshaping.ts'
import { volumes } from './volumes.ts'
import { wrappers } from './wrappers.ts'

/** Where tfjs differs from Keras under the same class name, or lacks the class; every other class is the same in both. */
export const differences: FollowTable = {
  ...activations,
  ...attention,
  ...borders,
  ...convolutions,
  ...dropout,
  ...merging,
  ...normalising,
  ...operations,
  ...pooling,
  ...recurrent,
  ...reshaping,
  ...volumes,
  ...wrappers,
}

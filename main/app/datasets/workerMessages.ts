import type { Problem } from '../../../shared/problems.ts'
import type { ReadChoices } from './cache.ts'
import type { ReadProgress } from './csv/readCsv.ts'
import type { OpenedDataset } from './openDataset.ts'

/** What a data set worker is started with. Any message to it cancels. */
export interface WorkerTask extends ReadChoices {
  readonly cacheDir: string
  readonly file: string
  readonly entry?: string | undefined
}
/** What a data set worker says: progress, then how it ended. */
export type WorkerAnswer =
  | { readonly kind: 'progress'; readonly progress: ReadProgress }
  | { readonly kind: 'opened'; readonly opened: OpenedDataset }
  | { readonly kind: 'failed'; readonly problem: Problem }

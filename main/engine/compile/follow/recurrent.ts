import type { FollowTable } from './followed.ts'

/** Layers that read sequences. */
export const recurrent: FollowTable = {
  // tfjs has GRU without `reset_after` only.
  GRU: (layer) => [layer.config.reset_after === true ? { ...layer, className: 'GRUResetAfter' } : layer],
}

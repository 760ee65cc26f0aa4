import type { AppContract } from '../../../shared/contract.ts'
import type { Handlers } from '../../../shared/rpc.ts'
import type { Services } from '../services.ts'

type BlockMethods = 'listBlocks' | 'readBlock' | 'saveBlock' | 'renameBlock' | 'deleteBlock'

/** The user's own blocks. */
export const blockHandlers = ({ blocks }: Services): Pick<Handlers<AppContract>, BlockMethods> => ({
  listBlocks: () => blocks.list(),
  readBlock: (_, id) => blocks.read(id),
  saveBlock: (_, block) => blocks.save(block),
  renameBlock: (_, id, title) => blocks.rename(id, title),
  deleteBlock: (_, id) => blocks.remove(id),
})

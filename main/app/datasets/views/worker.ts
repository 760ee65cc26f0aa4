import { parentPort } from 'node:worker_threads'
import { serve } from '../../../../shared/rpc.ts'
import { threadChannel } from './threadChannel.ts'
import { viewContract } from './viewContract.ts'
import { createViews } from './views.ts'

/** Entry of the worker thread that looks at stored tables until it is ended: sorting and searching leave the core's event loop free. */
if (parentPort) serve(threadChannel(parentPort), viewContract, createViews())

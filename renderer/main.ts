import { config } from 'zod'

// Before any schema is made: zod would probe for eval, which the content security policy forbids and reports. The rest is
// imported dynamically, because a bundle runs all modules of a shared chunk before this one.
config({ jitless: true })

void import('./start.tsx').then(({ start }) => start())

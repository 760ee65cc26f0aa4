import fc from 'fast-check'

/**
 * Property tests draw the same examples at each run, so that a change is judged by itself; `PROPERTY_SEED` has them draw
 * others.
 */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 1) })

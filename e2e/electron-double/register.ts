import { register } from 'node:module'

/* `node --import register.mjs out/main/index.js`: makes `import 'electron'` give the double. */

const double = new URL('./electron.mjs', import.meta.url).href
const hooks = `export const resolve = (name, context, next) => name === 'electron' ? { url: ${JSON.stringify(double)}, shortCircuit: true } : next(name, context)`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)

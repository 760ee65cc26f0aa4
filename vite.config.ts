import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The page. Served under a strict content security policy, so nothing is inlined into HTML, CSS or scripts. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
  },
})

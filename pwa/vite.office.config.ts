/** The office's bundle: its own page, script and styles, built after the phone's and beside it, so that neither grows with the other. */
import { defineConfig } from 'vite'
import { precompress } from './build/precompress.ts'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [precompress()],
  publicDir: false,
  build: {
    target: 'es2022',
    emptyOutDir: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { office: 'office.html' },
      output: { entryFileNames: 'assets/[name]-[hash].js', chunkFileNames: 'assets/office-[name]-[hash].js' },
    },
  },
})

import { defineConfig } from 'vite'
import { firstLoad } from './build/first-load.ts'
import { precompress } from './build/precompress.ts'
import { shellList } from './build/shell-list.ts'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [firstLoad(), shellList(), precompress()],
  server: { host: 'localhost', proxy: { '/v1': 'http://localhost:8000' } },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { app: 'index.html' },
      output: {
        codeSplitting: {
          groups: [
            // Whatever the first screen needs is one script; pages that come later take from it what they share.
            { name: 'app', tags: ['$initial'] },
            // The words of all pages that come later are one file a language.
            { debugName: 'words', name: (id) => /features\/\w+\/words\/([\w-]+)\.ts$/.exec(id)?.[1]?.concat('-later') ?? null },
          ],
        },
        entryFileNames: 'assets/[name]-[hash].js',
      },
    },
  },
})

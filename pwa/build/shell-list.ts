/** Builds the service worker, and tells it which files are the app's shell. */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import type { Plugin } from 'vite'
import { addresses, folders } from '../src/addresses.ts'
import { compile } from './compile.ts'

const PLACE = 'SHELL_OF_THIS_BUILD'
const ON_DEMAND = /\.(png|br|gz|map)$/

export function shellList(): Plugin {
  let worker = ''
  return {
    name: 'shell-list',
    apply: 'build',
    async buildStart() {
      worker = await compile('src/sw/worker.ts')
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const version = createHash('sha256')
        const files = Object.values(bundle)
        for (const file of files) {
          version.update(file.type === 'chunk' ? file.code : file.source)
        }
        const built = files.map((file) => file.fileName).filter((name) => name !== 'index.html')
        const still = readdirSync('public').filter((name) => !ON_DEMAND.test(name))
        for (const name of still) {
          version.update(readFileSync(`public/${name}`))
        }
        const shell = {
          version: version.digest('hex').slice(0, 12),
          pages: Object.values(addresses),
          folders,
          files: ['/', ...[...built, ...still].map((name) => `/${name}`)].sort(),
        }
        if (!worker.includes(PLACE)) {
          throw new Error(`the service worker has no ${PLACE} to fill`)
        }
        // It keeps one address for ever; everything else is named by its content.
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: worker.replace(PLACE, () => JSON.stringify(shell)) })
      },
    },
  }
}

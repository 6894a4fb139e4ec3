/** Tells the service worker, at build time, which files are the app's shell. */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import type { Plugin } from 'vite'
import { addresses, folders } from '../src/addresses.ts'

const PLACE = 'SHELL_OF_THIS_BUILD'
const ON_DEMAND = /\.(png|br|gz|map)$/

export function shellList(): Plugin {
  return {
    name: 'shell-list',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = Object.values(bundle).find((file) => file.fileName === 'sw.js')
        if (worker?.type !== 'chunk') {
          throw new Error('the service worker was not built')
        }
        const version = createHash('sha256')
        const files = Object.values(bundle).filter((file) => file !== worker)
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
        if (!worker.code.includes(PLACE)) {
          throw new Error(`the service worker has no ${PLACE} to fill`)
        }
        worker.code = worker.code.replace(PLACE, JSON.stringify(shell))
      },
    },
  }
}

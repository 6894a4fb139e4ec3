/**
 * Makes the first load one page and one script: the styles of the first screen and a small script of its own
 * (src/first.ts) stand in the page itself, so that nothing is fetched after it but the app's script.
 */
import type { Plugin, Rolldown } from 'vite'
import { compile } from './compile.ts'

const PLACE = '<!-- first -->'
const WORDS = 'WORDS_OF_THIS_BUILD'
const START = '/src/main.tsx'
const CATALOGUE = /\/src\/i18n\/([\w-]+)\.ts$/

export function firstLoad(): Plugin {
  let script = ''
  let styles = ''
  return {
    name: 'first-load',
    apply: 'build',
    async buildStart() {
      script = await compile('src/first.ts')
    },
    generateBundle: {
      order: 'pre',
      handler(_options, bundle) {
        styles = takeStyles(bundle)
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const [app] = /<script type="module"[^>]*><\/script>/.exec(html) ?? []
        if (app === undefined || !html.includes(PLACE) || !script.includes(WORDS)) {
          throw new Error(`the page has no script, no ${PLACE}, or its own script no ${WORDS} to fill`)
        }
        const first = script.replace(WORDS, JSON.stringify(wordsIn(bundle)))
        const stands = [`<script>${first}</script>`, app, `<style>${styles}</style>`]
        return html.replace(app, '').replace(PLACE, () => stands.join('\n    '))
      },
    },
  }
}

/** Finds the app's script: everything that the first screen needs. */
function findApp(bundle: Rolldown.OutputBundle): Rolldown.OutputChunk | undefined {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  return chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(START)))
}

/** Takes the styles that come with the app's script out of the build; pages that come later find them in the page. */
function takeStyles(bundle: Rolldown.OutputBundle): string {
  const sheets = findApp(bundle)?.viteMetadata?.importedCss ?? new Set<string>()
  let styles = ''
  for (const name of sheets) {
    const sheet = bundle[name]
    if (sheet?.type === 'asset') {
      styles += sheet.source.toString().replace(/\s*\/\*[^*]*\*\/\s*$/, '')
      delete bundle[name]
    }
  }
  sheets.clear()
  if (styles === '' || styles.includes('</')) {
    throw new Error('the first screen has no styles, or such as cannot stand in a page')
  }
  return styles
}

/** Tells in which files the words of each language lie, besides the app's script. */
function wordsIn(bundle: Rolldown.OutputBundle): Record<string, string[]> {
  const words: Record<string, string[]> = {}
  const app = findApp(bundle)?.fileName
  for (const file of Object.values(bundle).filter((one) => one.type === 'chunk')) {
    const name = CATALOGUE.exec(file.facadeModuleId ?? '')?.[1]
    if (name !== undefined) {
      const files = [file.fileName, ...file.imports.filter((other) => other !== app)]
      words[name === 'ja-easy' ? 'ja-x-easy' : name] = files.map((one) => `/${one}`)
    }
  }
  return words
}

// Prints what a phone loads before it can show anything, compressed, and fails when that grows too big.
import { readFileSync, statSync } from 'node:fs'

const GOAL = { js: 50_000, all: 100_000 }
const html = readFileSync('dist/index.html', 'utf8')
const linked = [...html.matchAll(/(?:src|href)="\/([^"]+)"/g)].map((match) => match[1])
const text = linked.filter((name) => /\.(js|css|svg|webmanifest)$/.test(name))
const first = ['index.html', ...new Set(text)]

// What the linked scripts import at once comes with them; what they import later does not.
for (const name of first) {
  if (name.endsWith('.js')) {
    const code = readFileSync(`dist/${name}`, 'utf8')
    for (const match of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) {
      if (!first.includes(`assets/${match[1]}`)) first.push(`assets/${match[1]}`)
    }
  }
}

const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9)
const weigh = (names, ending) => names.reduce((sum, name) => sum + statSync(`dist/${name}${ending}`).size, 0)
const scripts = first.filter((name) => name.endsWith('.js'))

for (const [label, names] of [...first.map((name) => [name, [name]]), ['JavaScript', scripts], ['first load', first]]) {
  console.log(`${label.padEnd(36)} plain ${kb(weigh(names, ''))}  gzip ${kb(weigh(names, '.gz'))}  brotli ${kb(weigh(names, '.br'))}`)
}
if (weigh(scripts, '.gz') > GOAL.js || weigh(first, '.gz') > GOAL.all) {
  console.error(`Too big: the goal is ${kb(GOAL.js).trim()} of JavaScript and ${kb(GOAL.all).trim()} in all, gzip.`)
  process.exit(1)
}

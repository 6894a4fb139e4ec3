/** Scripts that stand alone: the page's own first one, and the service worker. What they share with the app they carry themselves. */
import { build } from 'vite'

/** Makes one plain script of a module and what it imports. */
export async function compile(path: string): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: { write: false, target: 'es2022', rolldownOptions: { input: path, output: { format: 'iife' } } },
  })
  const [chunk, ...further] = 'output' in built ? built.output : []
  if (chunk === undefined || further.length > 0) {
    throw new Error(`${path} is more than one script`)
  }
  return chunk.code.trim()
}

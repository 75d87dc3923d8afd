import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Plugin, type Rollup, transformWithOxc } from 'vite'

const WORKER = new URL('../worker/service-worker.ts', import.meta.url).pathname
/** Its address never changes, and with it stays what browsers have registered. */
const NAME = 'sw.js'

/** Writes the worker that keeps the files of this build in the browser, for opening without a connection. */
export function offline(): Plugin {
  return {
    name: 'millrace-offline',
    apply: 'build',
    async writeBundle({ dir = 'dist' }, bundle) {
      const source = await readFile(WORKER, 'utf8')
      const { code } = await transformWithOxc(source, WORKER)
      const files = filesOf(bundle)
      const name = createHash('sha256').update(files.join()).digest('hex').slice(0, 12)
      const build = JSON.stringify({ name, files })
      await writeFile(join(dir, NAME), code.replaceAll('MILLRACE_BUILD', build))
    },
  }
}

/** What models are drawn with is fetched by whoever opens one: it is as much as half of all the rest. */
const BY_NEED = /\/bpmn[-.]/

/** Everything else of the program; of the type only the letters that all have, others come when a page has them. */
function filesOf(bundle: Rollup.OutputBundle): readonly string[] {
  return Object.keys(bundle)
    .filter((file) => !BY_NEED.test(file))
    .filter((file) => /\.(?:js|css)$/.test(file) || /-latin-wght-.*\.woff2$/.test(file))
    .map((file) => `/${file}`)
    .toSorted()
}

import { gzipSync } from 'node:zlib'
import type { Plugin, Rollup } from 'vite'
import { fileOf, withImports } from './bundle-files.ts'

/** The module that starts the program. */
const FIRST = '/src/app/main.tsx'
/** The page of a container, which opens with a list. */
const LIST = 'container-route.tsx'

/**
 * Kilobytes after gzip: what a first visit may cost, the file of any one page by itself, and the first
 * visit together with a list of items, whose file holds what nearly all pages share.
 */
const LIMITS_KB = { script: 260, style: 30, page: 60, list: 300 }

/** Reports what a first visit has to fetch, and fails the build when it is more than we promise. */
export function budget(): Plugin {
  return {
    name: 'millrace-budget',
    apply: 'build',
    writeBundle(_options, bundle) {
      const first = firstVisit(bundle)
      const scripts = kilobytes(bundle, first, '.js')
      const styles = kilobytes(bundle, first, '.css')
      const listFile = fileOf(bundle, LIST) ?? ''
      const pages = Object.values(bundle).filter(
        (part) => part.type === 'chunk' && part.isDynamicEntry && part.fileName !== listFile,
      )
      const alone = pages
        .map(({ fileName }) => ({ name: fileName, kb: kilobytes(bundle, new Set([fileName]), '.js') }))
        .toSorted((a, b) => b.kb - a.kb)
      const list = kilobytes(bundle, first.union(withImports(bundle, [listFile])), '.js')
      const lines = [
        `first visit: ${kb(scripts)} of ${kb(LIMITS_KB.script)} script, ${kb(styles)} of ${kb(LIMITS_KB.style)} style`,
        `with a list: ${kb(list)} of ${kb(LIMITS_KB.list)} script`,
        ...alone.slice(0, 12).map((page) => `  ${kb(page.kb).padStart(9)}  ${page.name}`),
      ]
      this.info(lines.join('\n'))
      if (scripts > LIMITS_KB.script || styles > LIMITS_KB.style) this.error('The first visit is too heavy.')
      if (list > LIMITS_KB.list) this.error('A list is too heavy.')
      const heavy = alone.find((page) => page.kb > LIMITS_KB.page)
      if (heavy) this.error(`${heavy.name} is heavier than ${kb(LIMITS_KB.page)}.`)
    },
  }
}

/** The entry with everything it imports at once, and their styles. */
function firstVisit(bundle: Rollup.OutputBundle): ReadonlySet<string> {
  return withImports(bundle, [fileOf(bundle, FIRST) ?? ''])
}

function kilobytes(bundle: Rollup.OutputBundle, names: ReadonlySet<string>, ending: string): number {
  const parts = [...names].flatMap((name) => (name.endsWith(ending) && bundle[name] ? [bundle[name]] : []))
  return parts.reduce(
    (sum, part) => sum + gzipSync(part.type === 'chunk' ? part.code : part.source).length / 1000,
    0,
  )
}

function kb(size: number): string {
  return `${size.toFixed(1)} kB`
}

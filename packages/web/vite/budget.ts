import { gzipSync } from 'node:zlib'
import type { Plugin, Rollup } from 'vite'

/** Kilobytes after gzip that a first visit may cost, and what any one page may add. */
const LIMITS_KB = { script: 260, style: 30, page: 60 }

type Sized = { readonly name: string; readonly kb: number }

/** Reports what a first visit has to fetch, and fails the build when it is more than we promise. */
export function budget(): Plugin {
  return {
    name: 'millrace-budget',
    apply: 'build',
    writeBundle(_options, bundle) {
      const first = firstVisit(bundle)
      const scripts = sum(first.filter(({ name }) => name.endsWith('.js')))
      const styles = sum(first.filter(({ name }) => name.endsWith('.css')))
      const pages = Object.values(bundle)
        .filter((part) => part.type === 'chunk' && part.isDynamicEntry)
        .map((part) => sized(part))
        .toSorted((a, b) => b.kb - a.kb)
      const lines = [
        `first visit: ${kb(scripts)} of ${kb(LIMITS_KB.script)} script, ${kb(styles)} of ${kb(LIMITS_KB.style)} style`,
        ...pages.slice(0, 12).map((page) => `  ${kb(page.kb).padStart(9)}  ${page.name}`),
      ]
      this.info(lines.join('\n'))
      if (scripts > LIMITS_KB.script || styles > LIMITS_KB.style) this.error('The first visit is too heavy.')
      const heavy = pages.find((page) => page.kb > LIMITS_KB.page)
      if (heavy) this.error(`${heavy.name} is heavier than ${kb(LIMITS_KB.page)}.`)
    },
  }
}

/** The entry with everything it imports at once, and their styles. */
function firstVisit(bundle: Rollup.OutputBundle): readonly Sized[] {
  const names = new Set<string>()
  const visit = (name: string) => {
    const part = bundle[name]
    if (names.has(name) || part?.type !== 'chunk') return
    names.add(name)
    for (const style of part.viteMetadata?.importedCss ?? []) names.add(style)
    for (const imported of part.imports) visit(imported)
  }
  for (const part of Object.values(bundle)) if (part.type === 'chunk' && part.isEntry) visit(part.fileName)
  return [...names].flatMap((name) => (bundle[name] ? [sized(bundle[name])] : []))
}

function sized(part: Rollup.OutputAsset | Rollup.OutputChunk): Sized {
  const content = part.type === 'chunk' ? part.code : part.source
  return { name: part.fileName, kb: gzipSync(content).length / 1000 }
}

function sum(parts: readonly Sized[]): number {
  return parts.reduce((total, part) => total + part.kb, 0)
}

function kb(size: number): string {
  return `${size.toFixed(1)} kB`
}

import type { Plugin, Rollup } from 'vite'

/** What a language says is read before anything else, which waits for it. */
const LANGUAGE = /\/src\/app\/languages\/(?:(?:plans|models)\/)?[^/]+\.ts$/

/**
 * Fails the build when files import each other in a circle: which of their parts is there first then depends on
 * the page that asks, and some pages find a part that is not there yet. A language must not import anything: what
 * it imports waits for the program, and the program for the language.
 */
export function noCircles(): Plugin {
  return {
    name: 'millrace-no-circles',
    apply: 'build',
    generateBundle(_options, bundle) {
      const circle = circleIn(bundle)
      if (circle) this.error(`Files import each other in a circle: ${circle.join(' > ')}`)
      const waiting = Object.values(bundle).find(isWaitingLanguage)
      if (waiting) this.error(`A language imports something, and would wait for ever: ${waiting.fileName}`)
    },
  }
}

function isWaitingLanguage(part: Rollup.OutputBundle[string]): boolean {
  if (part.type !== 'chunk' || !LANGUAGE.test(part.facadeModuleId ?? '')) return false
  return part.imports.length > 0
}

function circleIn(bundle: Rollup.OutputBundle): readonly string[] | undefined {
  const done = new Set<string>()
  const visit = (name: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name]
    const part = bundle[name]
    if (done.has(name) || part?.type !== 'chunk') return undefined
    for (const imported of part.imports) {
      const circle = visit(imported, [...path, name])
      if (circle) return circle
    }
    done.add(name)
    return undefined
  }
  for (const name of Object.keys(bundle)) {
    const circle = visit(name, [])
    if (circle) return circle
  }
  return undefined
}

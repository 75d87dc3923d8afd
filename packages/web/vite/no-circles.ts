import type { Plugin, Rollup } from 'vite'

/**
 * Fails the build when files import each other in a circle: which of their parts is there first then depends on
 * the page that asks, and some pages find a part that is not there yet.
 */
export function noCircles(): Plugin {
  return {
    name: 'millrace-no-circles',
    apply: 'build',
    generateBundle(_options, bundle) {
      const circle = circleIn(bundle)
      if (circle) this.error(`Files import each other in a circle: ${circle.join(' > ')}`)
    },
  }
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

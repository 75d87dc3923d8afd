import type { Plugin } from 'vite'

/** The files that every page begins with, by the names that the build gives them. */
const AT_ONCE: ReadonlySet<string> = new Set(['react', 'first', 'fields', 'daily'])
const HINT = '//# allFunctionsCalledOnLoad'

/**
 * Nearly all of these files runs before the first page is drawn. Browsers that know the hint compile it whole,
 * on another thread and while it arrives, instead of function by function when each is first called.
 *
 * https://github.com/WICG/explicit-javascript-compile-hints-file-based
 */
export function compileHint(): Plugin {
  return {
    name: 'millrace-compile-hint',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const part of Object.values(bundle)) {
          if (part.type === 'chunk' && AT_ONCE.has(part.name)) part.code = `${HINT}\n${part.code}`
        }
      },
    },
  }
}

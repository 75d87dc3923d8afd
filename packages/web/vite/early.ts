import type { Plugin, Rollup } from 'vite'
import { fileOf, withImports } from './bundle-files.ts'

/** What runs before everything else. */
const EARLY = '/src/platform/early.ts'
const MAIN = '/src/app/main.tsx'
/** The pages that people open most, by what their address has after the organisation. */
const PAGES = {
  my: 'my-work-page.tsx',
  items: 'items-page.tsx',
  c: 'container-route.tsx',
  i: 'item-route.tsx',
}

/**
 * Puts a small script beside the program that asks for what the address names while the program is
 * still fetched and read: its data, and the files of its page. It stands after the program, whose name
 * tells versions apart, and runs before it.
 */
export function early(): Plugin {
  let isBuild = false
  return {
    name: 'millrace-early',
    configResolved({ command }) {
      isBuild = command === 'build'
    },
    buildStart() {
      if (isBuild) this.emitFile({ type: 'chunk', id: `.${EARLY}`, name: 'early' })
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const src = bundle ? `/${fileOf(bundle, EARLY) ?? ''}` : EARLY
        const parts = bundle ? { 'data-parts': JSON.stringify(filesOfPages(bundle)) } : {}
        return [{ tag: 'script', attrs: { type: 'module', async: true, src, ...parts }, injectTo: 'head' }]
      },
    },
  }
}

/** What each page needs besides the program itself. */
function filesOfPages(bundle: Rollup.OutputBundle): Readonly<Record<string, readonly string[]>> {
  const program = withImports(bundle, [fileOf(bundle, MAIN) ?? ''])
  return Object.fromEntries(
    Object.entries(PAGES).map(([name, ending]) => {
      const files = withImports(bundle, [fileOf(bundle, ending) ?? ''])
      return [name, [...files.difference(program)].map((file) => `/${file}`)]
    }),
  )
}

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin, Rollup } from 'vite'
import { entryOf, fileOf, withImports } from './bundle-files.ts'

/** Read by the server, which names the files in the answer that carries the page. */
const LIST = '.parts.json'
const MAIN = '/src/app/main.tsx'
/** The pages that people open most, by what their address has after the organisation. */
const PAGES = {
  my: 'my-work-page.tsx',
  items: 'items-page.tsx',
  c: 'container-route.tsx',
  i: 'item-route.tsx',
}

/** Notes which files a page needs besides the program, so that browsers fetch them beside it and not after. */
export function pageParts(): Plugin {
  return {
    name: 'millrace-page-parts',
    apply: 'build',
    async writeBundle({ dir = 'dist' }, bundle) {
      await writeFile(join(dir, LIST), JSON.stringify(filesOfPages(bundle)))
    },
  }
}

function filesOfPages(bundle: Rollup.OutputBundle): Readonly<Record<string, readonly string[]>> {
  const program = withImports(bundle, [fileOf(bundle, MAIN) ?? ''])
  return Object.fromEntries(
    Object.entries(PAGES).map(([name, ending]) => {
      const files = withImports(bundle, [entryOf(bundle, ending) ?? ''])
      return [name, [...files.difference(program)].map((file) => `/${file}`)]
    }),
  )
}

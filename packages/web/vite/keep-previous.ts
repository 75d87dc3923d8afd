import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Plugin } from 'vite'

/** What the last build wrote, beside it. */
const LIST = '.assets.json'

/**
 * Keeps the files of the build before this one: pages that were open meanwhile still fetch parts of
 * it. What is older goes.
 */
export function keepPrevious(): Plugin {
  return {
    name: 'millrace-keep-previous',
    apply: 'build',
    enforce: 'post',
    config: () => ({ build: { emptyOutDir: false } }),
    writeBundle: {
      sequential: true,
      order: 'post',
      async handler({ dir = 'dist' }, bundle) {
        const assets = join(dir, 'assets')
        const current = Object.keys(bundle).map((path) => basename(path))
        const kept = new Set([...current, ...(await readList(join(dir, LIST)))])
        const gone = (await readdir(assets)).filter((name) => !kept.has(name.replace(/\.(?:br|gz)$/, '')))
        await Promise.all(gone.map((name) => rm(join(assets, name))))
        await writeFile(join(dir, LIST), JSON.stringify(current))
      },
    },
  }
}

async function readList(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch(() => '[]')
  return JSON.parse(text) as string[] // Written by the build before.
}

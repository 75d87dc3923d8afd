import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Below this a header costs more than compression saves. */
const SMALLEST_BYTES = 1_400

/**
 * Writes every text file compressed beside itself, so that the server never compresses at run time.
 * It reads what was written: until then the builder still replaces parts of the code.
 */
export function compress(): Plugin {
  return {
    name: 'millrace-compress',
    apply: 'build',
    enforce: 'post',
    writeBundle: {
      sequential: true,
      async handler({ dir = 'dist' }, bundle) {
        const names = Object.keys(bundle).filter((name) => /\.(?:js|css|svg|json)$/.test(name))
        await Promise.all(names.map((name) => compressFile(join(dir, name))))
      },
    },
  }
}

async function compressFile(path: string): Promise<void> {
  const content = await readFile(path)
  if (content.length < SMALLEST_BYTES) return
  const brotli = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, gzipSync(content))])
}

import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Below this a header costs more than compression saves. */
const SMALLEST_BYTES = 1_400

/** Writes every text file compressed beside itself, so that the server never compresses at run time. */
export function compress(): Plugin {
  return {
    name: 'millrace-compress',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        const content = Buffer.from(part.type === 'chunk' ? part.code : part.source)
        const isText = /\.(?:js|css|svg|json)$/.test(part.fileName)
        if (!isText || content.length < SMALLEST_BYTES) continue
        const brotli = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
        this.emitFile({ type: 'asset', fileName: `${part.fileName}.br`, source: brotli })
        this.emitFile({ type: 'asset', fileName: `${part.fileName}.gz`, source: gzipSync(content) })
      }
    },
  }
}

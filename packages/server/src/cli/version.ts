import { readFileSync } from 'node:fs'

const MANIFEST = new URL('../../../../package.json', import.meta.url)

/** The version of this Millrace. */
export function readVersion(): string {
  // Our own manifest.
  return (JSON.parse(readFileSync(MANIFEST, 'utf8')) as { version: string }).version
}

import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Figure } from './figure.ts'

const DIST = new URL('../../../packages/web/dist/', import.meta.url)

/** What a first visit fetches, as the built page names it. */
export function benchSizes(): readonly Figure[] {
  const page = readFileSync(new URL('index.html', DIST), 'utf8')
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, name = '']) => name)
  const pages = readdirSync(new URL('assets/', DIST)).filter((name) =>
    /-page-.*\.js$|-route-.*\.js$/.test(name),
  )
  const heaviest = Math.max(...pages.map((name) => gzipped(`assets/${name}`)))
  return [
    { name: 'first visit, script, gzip', value: sum(named, '.js'), unit: 'kB', limit: 260 },
    { name: 'first visit, style, gzip', value: sum(named, '.css'), unit: 'kB', limit: 30 },
    { name: 'heaviest file of a page, gzip', value: heaviest, unit: 'kB', limit: 60 },
  ]
}

function sum(names: readonly string[], ending: string): number {
  return names.filter((name) => name.endsWith(ending)).reduce((total, name) => total + gzipped(name), 0)
}

function gzipped(name: string): number {
  return gzipSync(readFileSync(new URL(name, DIST))).length / 1000
}

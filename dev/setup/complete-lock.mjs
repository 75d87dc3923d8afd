// Adds to package-lock.json the platform packages that npm left out.
//
// npm writes no entry for an optional platform package that it could not look up or install where
// the lock file was made (https://github.com/npm/cli/issues/4828), and `npm ci` then refuses the
// file on every machine. Their versions are pinned by the packages that ask for them, and their
// names say where they run, so the entries can be completed without a network.
//
//   node dev/setup/complete-lock.mjs           writes the missing entries
//   node dev/setup/complete-lock.mjs --check   only says whether any are missing (exit code 1)
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openbsd', 'openharmony', 'win32']
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32']

/** The operating system, processor and C library a platform package is for, read from its name. */
export function platformOf(name) {
  const words = name
    .replace(/^@[^/]+\//, '')
    .replaceAll('windows', 'win32')
    .split('-')
  return {
    os: SYSTEMS.filter((system) => words.includes(system)),
    cpu: PROCESSORS.filter((processor) => words.includes(processor)),
    libc: words.flatMap((word) => (word === 'musl' ? ['musl'] : word.startsWith('gnu') ? ['glibc'] : [])),
  }
}

/** Lock entries that optional dependencies ask for by exact version and that the lock lacks. */
export function missingEntries(packages) {
  const missing = new Map()
  for (const [place, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const known = packages[`${place}/node_modules/${name}`] ?? packages[`node_modules/${name}`]
      const { os, cpu, libc } = platformOf(name)
      if (known || !/^\d/.test(version) || os.length === 0) continue
      missing.set(`node_modules/${name}`, {
        version,
        ...(cpu.length > 0 ? { cpu } : {}),
        ...(entry.dev ? { dev: true } : {}),
        ...(libc.length > 0 ? { libc } : {}),
        optional: true,
        os,
      })
    }
  }
  return missing
}

function sortedByPlace(packages) {
  const places = Object.keys(packages).toSorted((a, b) => a.localeCompare(b, 'en'))
  return Object.fromEntries(places.map((place) => [place, packages[place]]))
}

function main() {
  const file = join(root, 'package-lock.json')
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const missing = missingEntries(lock.packages)
  if (missing.size === 0) return console.log('The lock file names every platform package.')
  const names = [...missing.keys()].map((place) => place.replace('node_modules/', '')).join(', ')
  if (process.argv.includes('--check')) {
    console.error(`The lock file lacks ${names}: run  node dev/setup/complete-lock.mjs`)
    process.exitCode = 1
    return
  }
  const packages = sortedByPlace({ ...lock.packages, ...Object.fromEntries(missing) })
  writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
  console.log(`Added ${names}.`)
}

if (process.argv[1] === import.meta.filename) main()

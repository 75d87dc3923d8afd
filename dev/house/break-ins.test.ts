import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadHouse, REPOSITORY } from './house.ts'
import { inspect } from './inspect.ts'
import { lint } from './lint.ts'
import { readTree } from './source.ts'
import type { Violation } from './violation.ts'

/** Every break-in, and the one rule that must bark at it. */
const BREAK_INS: Readonly<Record<string, string>> = {
  'core-reads-a-file': 'no-pipes',
  'core-reads-the-clock': 'clock-and-dice',
  'core-makes-a-date-of-nothing': 'clock-and-dice',
  'core-throws-dice': 'clock-and-dice',
  'core-waits': 'waiting',
  'core-remembers': 'memory',
  'core-keeps-a-cache': 'memory',
  'core-takes-a-package': 'third-party',
  'core-sees-the-browser': 'compiler',
  'core-is-lax': 'compiler',
  'formats-depends-on-the-server': 'manifest',
  'server-takes-an-unnamed-package': 'undeclared',
  'import-of-nothing': 'unresolved',
  'room-reads-a-room-above': 'room-arrow',
  'room-past-the-door': 'door',
  'room-without-a-door': 'room-without-door',
  'room-of-no-house': 'room-name',
  'server-past-the-door': 'door',
  'server-through-the-wall': 'door',
  'contract-reads-core': 'floor-arrow',
  'formats-reads-the-server': 'floor-arrow',
  'web-reads-the-server': 'floor-arrow',
  'platform-knows-a-feature': 'platform-below',
  'feature-reaches-into-a-store': 'feature-door',
  'feature-calls-main': 'main-is-top',
  'feature-holds-the-driver': 'wire',
  'feature-reads-the-environment': 'environment',
  'web-feature-meets-its-neighbour': 'feature-island',
  'web-page-takes-the-kit': 'kit-in-ui',
  'web-ui-looks-up': 'web-upward',
  'code-reads-the-yard': 'yard',
  'files-in-a-circle': 'cycle',
  'features-in-a-circle': 'cycle',
  'sql-in-a-command': 'sql-place',
  'store-writes-a-foreign-table': 'table-write',
  'store-reads-a-foreign-table': 'table-read',
  'query-writes': 'table-write',
  'query-of-all-organisations': 'sql-organisation',
  'table-of-no-organisation': 'tenant-key',
  'key-without-the-organisation': 'tenant-key',
  'trigger-in-a-migration': 'word',
  'migration-of-no-room': 'migration-name',
  'file-says-nothing': 'file-name',
  'door-exports-everything': 'star-export',
  'undocumented-export': 'docstring',
  'claim-without-a-reason': 'assertion-reason',
  'words-without-a-translation': 'translation',
  'style-that-does-not-mirror': 'word',
  'path-of-one-machine': 'word',
  'promise-to-do-it-later': 'word',
  'floating-promise': 'typescript(no-floating-promises)',
  'any-at-all': 'typescript(no-explicit-any)',
  'claim-of-presence': 'typescript(no-non-null-assertion)',
  'too-many-parameters': 'eslint(max-params)',
  'tangled-function': 'eslint(complexity)',
  'long-function': 'eslint(max-lines-per-function)',
  'long-file': 'eslint(max-lines)',
}

const FOLDER = 'dev/house/break-ins'
const house = loadHouse()
const settings = [...readTree(REPOSITORY)].filter(([path]) =>
  /^tsconfig|\/(?:tsconfig|package)\.json$/.test(path),
)
const clean = new Map([...settings, ...readTree(`${REPOSITORY}/${FOLDER}/clean`)])

let linted: Map<string, Violation[]>

beforeAll(() => {
  const nameOf = ({ file }: Violation) => file.slice(FOLDER.length + 1).split('/')[0] ?? ''
  linted = Map.groupBy(lint([FOLDER], []), nameOf)
})

/** The rules that bark at a fixture laid over the clean house. */
function barks(name: string): string[] {
  const tree = new Map([...clean, ...readTree(`${REPOSITORY}/${FOLDER}/${name}`)])
  const found = [...inspect(house, tree), ...(linted.get(name) ?? [])]
  return [...new Set(found.map(({ rule }) => rule))]
}

test('the clean house is quiet', () => {
  expect([...inspect(house, clean), ...(linted.get('clean') ?? [])]).toEqual([])
})

test('every fixture is expected to bark, and every expectation has a fixture', () => {
  const folders = readdirSync(`${REPOSITORY}/${FOLDER}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'clean')
    .map(({ name }) => name)
  expect(folders.toSorted()).toEqual(Object.keys(BREAK_INS).toSorted())
})

describe('exactly the expected rule barks', () => {
  test.each(Object.entries(BREAK_INS))('%s: %s', (name, rule) => {
    expect(barks(name)).toEqual([rule])
  })
})

test('every rule of the house that barks has a sentence that says what to do', () => {
  const own = Object.values(BREAK_INS).filter((rule) => !rule.includes('('))
  expect(own.filter((rule) => house.rules[rule] === undefined)).toEqual([])
})

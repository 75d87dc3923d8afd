import { checkClaims } from './claims.ts'
import { checkCompiler } from './compiler.ts'
import { checkCycles } from './cycle.ts'
import { checkDoors } from './doors.ts'
import { checkArrows, listArrows } from './fence.ts'
import type { House } from './house.ts'
import { checkManifests } from './manifest.ts'
import { checkPurity } from './purity.ts'
import { checkRooms } from './rooms.ts'
import { readSources, type Tree } from './source.ts'
import { checkTables } from './tables.ts'
import { checkTenants } from './tenants.ts'
import { checkTranslations } from './translations.ts'
import type { Violation } from './violation.ts'
import { checkWords } from './words.ts'

/** Everything that can be said of a tree of files without running another program. */
export function inspect(house: House, tree: Tree): Violation[] {
  const sources = readSources(tree)
  const arrows = listArrows(house, sources)
  return [
    ...sources.flatMap(({ path, errors }) =>
      errors.map((detail) => ({ rule: 'syntax', file: path, line: 1, detail })),
    ),
    ...checkArrows(house, tree, arrows),
    ...checkCycles(house, arrows),
    ...checkPurity(house, sources),
    ...checkClaims(house, sources),
    ...checkDoors(house, sources),
    ...checkRooms(house, [...tree.keys()]),
    ...checkTables(house, tree, sources),
    ...checkTenants(house, tree, sources),
    ...checkTranslations(tree),
    ...checkWords(house, tree),
    ...checkManifests(house, tree),
    ...checkCompiler(house, tree),
  ]
}

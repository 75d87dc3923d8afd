import { type Arrow, arrowsOf } from './arrow.ts'
import { type House, roomsOf } from './house.ts'
import { dependenciesOf } from './manifest.ts'
import { type Place, placeOf } from './place.ts'
import type { Source, Tree } from './source.ts'
import type { Violation } from './violation.ts'

type Broken = { readonly rule: string; readonly detail: string } | undefined
type Judge = { readonly house: House; readonly declared: ReadonlyMap<string, ReadonlySet<string>> }

/** Packages that serve tests only, named in the manifest at the root. */
const TEST_PACKAGES = new Set([
  'oidc-provider',
  'fake-indexeddb',
  'vitest',
  'fast-check',
  '@playwright/test',
  'axe-core',
  'csv-parse',
])

/** Every arrow of every file, in file order. */
export function listArrows(house: House, sources: readonly Source[]): Arrow[] {
  return sources.flatMap((source) => arrowsOf(house, source))
}

/** The arrows that house.json does not allow. */
export function checkArrows(house: House, tree: Tree, arrows: readonly Arrow[]): Violation[] {
  const judge = { house, declared: declaredPackages(house, tree) }
  return arrows.flatMap((arrow) => {
    const isThere = arrow.to.kind !== 'file' || tree.has(arrow.to.path)
    const broken = isThere ? judgeArrow(judge, arrow) : { rule: 'unresolved', detail: describeTarget(arrow) }
    return broken === undefined ? [] : [{ ...broken, file: arrow.from.path, line: arrow.line }]
  })
}

function declaredPackages(house: House, tree: Tree): Map<string, ReadonlySet<string>> {
  return new Map(Object.keys(house.floors).map((floor) => [floor, dependenciesOf(tree, floor)]))
}

function judgeArrow(judge: Judge, arrow: Arrow): Broken {
  const from = placeOf(judge.house, arrow.from.path)
  if (from.floor === 'yard') return undefined
  if (arrow.to.kind === 'builtin') return judgeBuiltin(judge.house, from, arrow)
  if (arrow.to.kind === 'package') return judgePackage(judge, from, arrow)
  const to = placeOf(judge.house, arrow.to.path)
  if (to.floor === from.floor) return judgeInside(judge.house, { from, to, arrow })
  return judgeBetween(judge, { from, to, arrow })
}

function judgeBuiltin(house: House, from: Place, arrow: Arrow): Broken {
  if (house.floors[from.floor]?.builtins === true || arrow.from.isTest) return undefined
  return { rule: 'no-pipes', detail: `${from.floor} imports ${describeTarget(arrow)}` }
}

function judgePackage({ house, declared }: Judge, from: Place, arrow: Arrow): Broken {
  const name = describeTarget(arrow)
  const kept = house.keep.find(({ packages }) => packages.some((pattern) => matches(pattern, name)))
  if (kept && !arrow.from.isTest && !kept.in.some((folder) => arrow.from.path.startsWith(folder))) {
    return { rule: kept.rule, detail: `imports ${name}, which belongs in ${kept.in.join(', ')}` }
  }
  if (arrow.from.isTest && TEST_PACKAGES.has(name)) return undefined
  const allowed = house.floors[from.floor]?.packages
  if (allowed !== undefined && allowed !== 'declared' && !Object.hasOwn(allowed, name)) {
    return { rule: 'third-party', detail: `${from.floor} imports ${name}` }
  }
  if (declared.get(from.floor)?.has(name)) return undefined
  return { rule: 'undeclared', detail: `imports ${name}` }
}

function matches(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern
}

type Step = { readonly from: Place; readonly to: Place; readonly arrow: Arrow }

function judgeBetween({ house, declared }: Judge, { from, to, arrow }: Step): Broken {
  const detail = `imports ${describeTarget(arrow)}`
  if (to.floor === 'yard') {
    return arrow.from.isTest || !arrow.from.path.includes('/src/') ? undefined : { rule: 'yard', detail }
  }
  if (!house.floors[from.floor]?.reads.includes(to.floor)) {
    return { rule: 'floor-arrow', detail: `${from.floor} ${detail}` }
  }
  const byName = arrow.to.kind === 'file' && !arrow.to.relative
  if (!to.door || !byName) return { rule: 'door', detail }
  return declared.get(from.floor)?.has(`@millrace/${to.floor}`) ? undefined : { rule: 'undeclared', detail }
}

function judgeInside(house: House, step: Step): Broken {
  const { from, to, arrow } = step
  const rooms = roomsOf(house, from.floor)
  if (rooms === undefined) return judgeParts(house, step)
  if (from.room === to.room) return undefined
  const detail = `${from.room} imports ${describeTarget(arrow)}`
  if (from.room === null || !rooms[from.room]?.reads.includes(to.room ?? ''))
    return { rule: 'room-arrow', detail }
  return to.door ? undefined : { rule: 'door', detail }
}

function judgeParts(house: House, { from, to, arrow }: Step): Broken {
  const parts = house.parts[from.floor]
  if (parts === undefined) return undefined
  if (from.part === to.part && from.room === to.room) return undefined
  const detail = `imports ${describeTarget(arrow)}`
  const reads = parts[from.part]?.reads ?? []
  if (!reads.includes(to.part)) return { rule: upwardRule(from, to), detail }
  const needsDoor = from.floor === 'server' && to.part === 'feature'
  return !needsDoor || to.door || isTestWorld(arrow) ? undefined : { rule: 'feature-door', detail }
}

/** A test may build on what another feature's tests stand on. */
function isTestWorld({ from, to }: Arrow): boolean {
  return from.isTest && to.kind === 'file' && to.path.includes('/testing/')
}

function upwardRule(from: Place, to: Place): string {
  if (from.floor === 'web') return to.part === from.part ? 'feature-island' : 'web-upward'
  return to.part === 'feature' ? 'platform-below' : 'main-is-top'
}

function describeTarget({ to }: Arrow): string {
  return to.kind === 'file' ? to.path : to.name
}

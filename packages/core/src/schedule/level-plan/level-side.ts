import type { Minute } from '../../calendar/index.ts'
import { NO_SPLITS, pausesOf, type Split, turnedSplits } from '../network/splits.ts'
import { whole } from './cell.ts'
import { demandsOfTask } from './demand.ts'
import { BEGUN, EDGE, END, FIXED, GATE, HAMMOCK, type LevelNet, POINT } from './level-net.ts'
import { CLOCK } from './line-book.ts'
import { outsideDemands } from './outside-work.ts'
import { Profile } from './profile.ts'
import type { QuickLine } from './quick-line.ts'
import { toShare } from './share.ts'

/**
 * Plans as schedules are generated from one end. Seen from the finish, time runs backwards: starts are
 * finishes, links lead the other way round, and limits of dates are left out. Such schedules are never answers,
 * they only say in which order to generate the next one from the start.
 */
export type Side = {
  readonly net: LevelNet
  readonly isMirrored: boolean
  readonly role: Uint8Array
  /** Edges that lead to node `i`: from `first[i]` on. */
  readonly first: Int32Array
  readonly from: Int32Array
  readonly kind: Int32Array
  readonly line: Int32Array
  readonly lag: Float64Array
  /** What waits for node `i`: `to[firstAfter[i]]` and so on. */
  readonly firstAfter: Int32Array
  readonly to: Int32Array
  /** How many edges each node waits for. */
  readonly waits: Int32Array
  readonly low: Float64Array
  readonly lowBy: Int32Array
  readonly lowFinish: Float64Array
  readonly lowFinishBy: Int32Array
  readonly cap: Float64Array
  readonly splits: readonly (readonly Split[])[]
  readonly lineOf: (line: number) => QuickLine
  /** What is left by everything that stays. */
  readonly profiles: readonly Profile[]
}

/** Both ends. */
export function sidesOf(net: LevelNet): { readonly forward: Side; readonly backward: Side } {
  const profiles = net.pool.resources.map((_, resource) => profileOf(net, resource))
  for (let node = 0; node < net.count; node += 1) {
    if (net.role[node] === FIXED) takeFixed(net, node, profiles)
  }
  for (const { resource, units, spans } of outsideDemands(net.pool)) {
    takeSpans(profiles[resource], spans, toShare(units))
  }
  for (const profile of profiles) profile.keep()
  const { edges } = net
  const forward: Side = {
    ...net,
    ...edges,
    net,
    isMirrored: false,
    to: edges.after.map((edge) => whole(edges.to, edge)),
    waits: waitsOf(edges.first, net.role),
    profiles,
  }
  return { forward, backward: mirror(forward) }
}

function profileOf({ pool }: LevelNet, resource: number): Profile {
  const steps = pool.resources[resource]?.steps ?? []
  const profile = new Profile(toShare(steps[0]?.units ?? 0))
  for (const [index, { fromAt, units }] of steps.entries()) {
    const before = steps[index - 1]?.units ?? units
    profile.take(fromAt, Number.POSITIVE_INFINITY, toShare(before) - toShare(units))
  }
  return profile
}

function takeFixed(net: LevelNet, node: number, profiles: readonly Profile[]): void {
  const one = net.tasks[whole(net.taskOf, node)]
  const date = net.before[node]
  if (!one || !date) return
  for (const { resource, units, spans } of demandsOfTask(net.pool, one, date)) {
    takeSpans(profiles[resource], spans, toShare(units))
  }
}

/** Takes shares in each of some stretches. */
export function takeSpans(
  profile: Profile | undefined,
  { starts, ends }: { readonly starts: readonly Minute[]; readonly ends: readonly Minute[] },
  share: number,
): void {
  for (const [index, start] of starts.entries()) profile?.take(start, ends[index] ?? start, share)
}

/** What stays waits for nothing. */
function waitsOf(first: Int32Array, role: Uint8Array): Int32Array {
  return Int32Array.from(role, (each, node) =>
    each === FIXED ? 0 : whole(first, node + 1) - whole(first, node),
  )
}

const MIRRORED: readonly number[] = [EDGE.FS, EDGE.FF, EDGE.SS, EDGE.SF, EDGE.FS, EDGE.FS]

function mirror(forward: Side): Side {
  const { net, kind } = forward
  const role = net.role.map((each) => {
    if (each === GATE || each === END || each === HAMMOCK) return POINT
    return each === BEGUN ? FIXED : each
  })
  const { after, firstAfter, first } = net.edges
  // Where the first thing below a summary begins is known only at the end.
  const isKnown = (edge: number) =>
    net.role[whole(net.edges.from, edge)] !== END || (kind[edge] !== EDGE.SS && kind[edge] !== EDGE.SF)
  const none = (value: number) => new Float64Array(net.count).fill(value)
  return {
    ...forward,
    isMirrored: true,
    role,
    first: firstAfter,
    from: after.map((edge) => whole(net.edges.to, edge)),
    kind: after.map((edge) => (isKnown(edge) ? (MIRRORED[whole(kind, edge)] ?? EDGE.FS) : EDGE.below)),
    line: after.map((edge) => whole(net.edges.line, edge)),
    lag: Float64Array.from(after, (edge) => net.edges.lag[edge] ?? 0),
    firstAfter: first,
    to: net.edges.from,
    waits: waitsOf(firstAfter, role),
    low: none(Number.NEGATIVE_INFINITY),
    lowFinish: none(Number.NEGATIVE_INFINITY),
    cap: none(Number.POSITIVE_INFINITY),
    splits: net.splits.map((splits, node) => turnedSplits(splits, workOf(net, node))),
    lineOf: net.mirrorOf,
    profiles: forward.profiles.map((profile) => profile.mirrored()),
  }
}

/** How long a node is worked on, without its gaps. */
export function workOf({ length, splits }: LevelNet, node: number): number {
  return (length[node] ?? 0) - pausesOf(splits[node] ?? NO_SPLITS)
}

/** Points at the ends of summaries lie anywhere in time. */
export function lineOfPoint(side: Side, node: number): number {
  const role = side.net.role[node]
  return role === GATE || role === END ? CLOCK : whole(side.net.ownLine, node)
}

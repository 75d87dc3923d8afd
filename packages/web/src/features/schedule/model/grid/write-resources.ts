import type { AssignmentView } from '@millrace/contract'
import { type Call, callOf } from '../../../../platform/store/index.ts'
import { doesWork } from '../does-work.ts'
import { openSkill, skillsOf } from '../open-skill.ts'
import type { GridGround, GridResource, Wrong } from './ground.ts'
import { personCalled } from './person-called.ts'
import { readNumber } from './read-amount.ts'

type Wanted = Pick<AssignmentView, 'resourceId' | 'alternatives'> & {
  readonly units: number
  /** Somebody of the organisation who becomes a resource of the project. */
  readonly made: { readonly personId: string; readonly name: string } | null
}

/** More of a resource cannot be assigned. */
const UNITS_MAX = 1000

/**
 * What has to be done so that an item is done with what a text names: `Ann[50%]; Crane[2]; ?Electrician`. Whoever is
 * not named goes, others come or are there with another share.
 */
export function writeResources(text: string, itemId: string, ground: GridGround): readonly Call[] | Wrong {
  const wanted = new Map<string, Wanted>()
  const count = counter()
  for (const piece of piecesOf(text, ground)) {
    const read = readPiece(piece, ground)
    if ('fault' in read) return read
    wanted.set(keyOf(read, count), read)
  }
  const { containerId } = ground
  const countPresent = counter()
  const present = new Map(
    (ground.assignmentsOf.get(itemId) ?? []).map((each) => [keyOf(each, countPresent), each]),
  )
  const come = [...wanted].flatMap(([key, each]) => (present.has(key) ? [] : [each]))
  return [
    ...[...present].flatMap(([key, { id }]) =>
      wanted.has(key) ? [] : [callOf('schedule.unassign', { id })],
    ),
    ...[...present].flatMap(([key, { id, units }]) => {
      const next = wanted.get(key)?.units ?? units
      return isSameShare(next, units)
        ? []
        : [callOf('schedule.changeAssignment', { id, patch: { units: next } })]
    }),
    ...come.flatMap(({ resourceId, made }) =>
      made && resourceId !== null
        ? [callOf('schedule.saveResource', { id: resourceId, containerId, kind: 'work', ...made })]
        : [],
    ),
    ...come.map(({ resourceId, units, alternatives }) => {
      const who = alternatives === null ? { resourceId } : { resourceId, alternatives }
      return callOf('schedule.assign', { id: ground.newId(), containerId, itemId, ...who, units })
    }),
  ]
}

type Counter = (name: string) => number

function counter(): Counter {
  const counts = new Map<string, number>()
  return (name) => {
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return count
  }
}

/** Somebody is on an item once; of those with a skill there may be several. */
function keyOf(one: Pick<AssignmentView, 'resourceId' | 'alternatives'>, count: Counter): string {
  const skill = openSkill(one)
  return skill === null ? (one.resourceId ?? '') : `?${skill} ${String(count(skill))}`
}

/** As far as shares are written. */
function isSameShare(one: number, other: number): boolean {
  return Math.round(one * 1000) === Math.round(other * 1000)
}

/** Semicolons part resources; commas do as well, unless a resource is called with one. */
function piecesOf(text: string, ground: GridGround): readonly string[] {
  return text
    .split(';')
    .flatMap((part) => ('fault' in readPiece(part.trim(), ground) ? part.split(/,(?![^[]*\])/) : [part]))
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}

function readPiece(piece: string, ground: GridGround): Wanted | Wrong {
  const [, name = '', share] = /^([^[\]]+?)\s*(?:\[([^\]]*)\])?$/.exec(piece) ?? []
  if (name.startsWith('?')) return readSkill(name.slice(1).trim(), share, ground)
  const found = resourceCalled(name, ground)
  if (!found) return { fault: 'noResource', piece: name === '' ? piece : name }
  const units = share === undefined ? 1 : readUnits(share, found.resource, ground.decimal)
  if (units === null) return { fault: 'noUnits', piece: share ?? '' }
  return { resourceId: found.id, alternatives: null, units, made: found.made }
}

/** A skill that somebody has, or that is asked for already. */
function readSkill(name: string, share: string | undefined, ground: GridGround): Wanted | Wrong {
  const asked = ground.assignments.flatMap((each) => openSkill(each) ?? [])
  const skill = [...skillsOf(ground.resources), ...asked].find(
    (each) => each.toLowerCase() === name.toLowerCase(),
  )
  if (skill === undefined) return { fault: 'noSkill', piece: name }
  const units = share === undefined ? 1 : readUnits(share, null, ground.decimal)
  if (units === null) return { fault: 'noUnits', piece: share ?? '' }
  return { resourceId: null, alternatives: { kind: 'skill', skill }, units, made: null }
}

type Found = Pick<Wanted, 'made'> & { readonly id: string; readonly resource: GridResource | null }

/** By its name or a beginning that only one has; else somebody who is no resource yet. */
function resourceCalled(name: string, { resources, people, canManage, newId }: GridGround): Found | null {
  const wanted = name.toLowerCase()
  if (wanted === '') return null
  const same = resources.find((resource) => resource.name.toLowerCase() === wanted)
  const begun = resources.filter((resource) => resource.name.toLowerCase().startsWith(wanted))
  const resource = same ?? (begun.length === 1 ? begun[0] : undefined)
  if (resource) return { id: resource.id, resource, made: null }
  const person = canManage ? personCalled(name, people) : undefined
  if (!person) return null
  const own = resources.find(({ personId }) => personId === person.id)
  if (own) return { id: own.id, resource: own, made: null }
  return { id: newId(), resource: null, made: { personId: person.id, name: person.name } }
}

/** `50%`, `2`, `0,5`, or of material an amount such as `12 t`. */
function readUnits(share: string, resource: GridResource | null, decimal: '.' | ','): number | null {
  const [, count = '', sign = ''] = /^([\d.,\s']+)\s*(.*)$/.exec(share.trim()) ?? []
  const number = readNumber(count, decimal)
  const label = sign.trim().toLowerCase()
  if (number === null || !isLabelOf(resource, label)) return null
  const units = label === '%' ? number / 100 : number
  return units > 0 && units <= UNITS_MAX ? units : null
}

function isLabelOf(resource: GridResource | null, label: string): boolean {
  if (label === '') return true
  return resource === null || doesWork(resource.kind)
    ? label === '%'
    : label === resource.unitLabel.toLowerCase()
}

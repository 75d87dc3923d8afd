import type { Id, Instant, PlainDate } from '../../kernel/index.ts'
import type { ContainerKind } from '../container.ts'
import type { CustomField } from '../custom-field.ts'
import { type FieldFormulas, NO_FORMULAS } from '../formula/checked-field.ts'
import type { ItemType } from '../item-type.ts'
import { STATE_GROUPS } from '../workflow.ts'
import { foldText } from './fold.ts'
import { indexNames, type NameIndex, type Places } from './name-index.ts'

/** What an organisation calls its people and things. */
export type CatalogueEntries = {
  readonly people: readonly {
    readonly id: Id<'Person'>
    readonly name: string
    readonly email: string | null
  }[]
  readonly teams: readonly { readonly id: Id<'Team'>; readonly name: string }[]
  readonly labels: readonly { readonly id: Id<'Label'>; readonly name: string }[]
  readonly types: readonly Pick<ItemType, 'id' | 'name' | 'workflow'>[]
  readonly containers: readonly {
    readonly id: Id<'Container'>
    readonly key: string
    readonly name: string
    readonly kind: ContainerKind
  }[]
  readonly customFields: readonly CustomField[]
  /** What works out the formulas among these fields; without it they are empty. */
  readonly formulas?: FieldFormulas
}

/** One state of one type. */
export type StateRef = { readonly typeId: Id<'ItemType'>; readonly stateId: string }

/**
 * The names of an organisation, indexed. Build it once and keep it until one of the entries changes;
 * it is the same for everybody who may see the same entries.
 */
export type QueryCatalogue = {
  readonly people: NameIndex
  readonly teams: NameIndex
  readonly labels: NameIndex
  readonly types: NameIndex
  readonly containers: NameIndex
  readonly containerIdsByKind: Readonly<Record<ContainerKind, readonly Id<'Container'>[]>>
  /** The names of states; the id of an entry is its folded name, because several types may share a name. */
  readonly states: NameIndex
  readonly statesByName: ReadonlyMap<string, readonly StateRef[]>
  /** Place of each `typeId/stateId`: by group, then as the board shows it. */
  readonly statePlaces: Places
  /** What each state is called, by `typeId/stateId`, and each type by its id. */
  readonly stateNames: ReadonlyMap<string, string>
  readonly typeNames: ReadonlyMap<string, string>
  readonly customFields: ReadonlyMap<string, CustomField>
  readonly formulas: FieldFormulas
}

/** Who asks, and when and where. */
export type QueryViewer = {
  /** Null for a caller that is nobody in particular, such as an automation. */
  readonly me: Id<'Person'> | null
  readonly today: PlainDate
  /** First day of the week, 1 Monday to 7 Sunday. */
  readonly weekStart: number
  /** Digits after the point in the organisation's currency: 2 for EUR, 0 for JPY. */
  readonly currencyDigits: number
  /** The moment a day begins in the organisation's time zone. */
  readonly dayStart: (date: PlainDate) => Instant
  /** The day of a moment in that time zone. */
  readonly dayOf: (at: Instant) => PlainDate
  /** The zone by its IANA name, such as `Europe/Berlin`. */
  readonly timeZone: string
}

/** Indexes the names of an organisation. Linear in their number. */
export function createCatalogue(entries: CatalogueEntries): QueryCatalogue {
  return {
    people: indexPeople(entries.people),
    teams: indexByName(entries.teams),
    labels: indexByName(entries.labels),
    types: indexByName(entries.types),
    containers: indexNames(entries.containers, ({ id, key, name }) => ({
      id,
      name,
      written: key,
      tiers: [[id], [key], [name]],
    })),
    containerIdsByKind: idsByKind(entries.containers),
    ...indexStates(entries.types),
    typeNames: new Map(entries.types.map(({ id, name }) => [id, name])),
    customFields: new Map(entries.customFields.map((field) => [foldText(field.key), field])),
    formulas: entries.formulas ?? NO_FORMULAS,
  }
}

type Named = { readonly id: string; readonly name: string }

/** Entries that share a name are written by their id. */
export function indexByName(sources: readonly Named[]): NameIndex {
  const isShared = sharedNames(sources)
  return indexNames(sources, ({ id, name }) => ({
    id,
    name,
    written: isShared(name) ? id : name,
    tiers: [[id], [name]],
  }))
}

/** Found by id, address, full name, or any one word of the name, if that says who. */
function indexPeople(people: CatalogueEntries['people']): NameIndex {
  const isShared = sharedNames(people)
  return indexNames(people, ({ id, name, email }) => ({
    id,
    name,
    written: isShared(name) ? (email ?? id) : name,
    tiers: [[id], email === null ? [] : [email], [name], foldText(name).split(' ')],
  }))
}

function sharedNames(sources: readonly Named[]): (name: string) => boolean {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const { name } of sources) {
    const folded = foldText(name)
    if (seen.has(folded)) shared.add(folded)
    seen.add(folded)
  }
  return (name) => shared.has(foldText(name))
}

function idsByKind(containers: CatalogueEntries['containers']): QueryCatalogue['containerIdsByKind'] {
  const ids: Record<ContainerKind, Id<'Container'>[]> = { project: [], process: [], case: [], list: [] }
  for (const { kind, id } of containers) ids[kind].push(id)
  return ids
}

/** A state's name, or its id, means every state so called, whatever the type. */
function indexStates(
  types: CatalogueEntries['types'],
): Pick<QueryCatalogue, 'states' | 'statesByName' | 'statePlaces' | 'stateNames'> {
  const byName = new Map<string, StateRef[]>()
  const names = new Map<string, string>()
  const statePlaces = new Map<string, number>()
  const stateNames = new Map<string, string>()
  for (const { id: typeId, workflow } of types) {
    workflow.states.forEach((state, index) => {
      const ref = { typeId, stateId: state.id }
      for (const text of new Set([foldText(state.name), foldText(state.id)])) addRef(byName, text, ref)
      if (!names.has(foldText(state.name))) names.set(foldText(state.name), state.name)
      stateNames.set(statePlaceKey(ref), state.name)
      statePlaces.set(statePlaceKey(ref), STATE_GROUPS.indexOf(state.group) * STATES_PER_GROUP + index)
    })
  }
  const states = indexNames([...names], ([id, name]) => ({ id, name, written: name, tiers: [[id]] }))
  return { states, statesByName: byName, statePlaces, stateNames }
}

/** More states than a workflow can have, so that the group decides first. */
const STATES_PER_GROUP = 1000

function addRef(map: Map<string, StateRef[]>, text: string, ref: StateRef): void {
  const known = map.get(text)
  if (known) known.push(ref)
  else map.set(text, [ref])
}

/** The name under which `statePlaces` holds a state. */
export function statePlaceKey({ typeId, stateId }: StateRef): string {
  return `${typeId}/${stateId}`
}

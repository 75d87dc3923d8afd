import { seesItem } from '../commands/behind-wall.ts'
import { mayInContainers, type Principal } from '../commands/principal.ts'

/** A page of somebody's browser that shows an item, or has left it. Kept in memory alone. */
export type Sighting = {
  readonly organisationId: string
  readonly itemId: string
  /** Where the item can be seen. */
  readonly containerIds: readonly string[]
  /** Who sees it there; null: it is not confidential. */
  readonly seenBy: readonly string[] | null
  /** One page of a browser, by an id of its own. */
  readonly page: string
  readonly personId: string
  /** What they are writing; null when they only look. */
  readonly field: string | null
  readonly isHere: boolean
}

/** Somebody who has an item before them. */
export type Present = { readonly personId: string; readonly field: string | null }

/** Who has which item before them, as told by the browsers of this and all other processes. */
export type PresenceBoard = {
  /** Takes in what a browser of this process says, and tells other processes. */
  readonly tell: (sighting: Sighting) => void
  /** Takes in what was said to another process, or to this one. */
  readonly take: (sighting: Sighting) => void
  /** Who else has it before them, for somebody who may see it and has it before them too; else nobody. */
  readonly othersOf: (itemId: string, principal: Principal) => readonly Present[]
  /** Whether somebody has it before them. */
  readonly isAt: (itemId: string, principal: Principal) => boolean
  /** Forgets who said nothing for too long. */
  readonly sweep: () => void
  /** Tells where who is there has changed, and passes words on to other processes. */
  readonly follow: (follower: Follower) => void
}

type Follower = {
  readonly onChange: (organisationId: string, itemId: string) => void
  readonly pass: (sighting: Sighting) => void
}

/** A browser speaks every 15 seconds; with one word lost it is still there. */
const SILENT_MS = 33_000

type Entry = Sighting & { readonly until: number }

/** A board without anybody on it. */
export function createPresence(now: () => number = Date.now): PresenceBoard {
  const items = new Map<string, Map<string, Entry>>()
  let follower: Follower = { onChange: () => {}, pass: () => {} }

  /** Ids of different organisations may be the same. */
  const placeOf = (organisationId: string, itemId: string) => `${organisationId} ${itemId}`

  function take(sighting: Sighting): void {
    const { organisationId, itemId, page, personId, field } = sighting
    const place = placeOf(organisationId, itemId)
    const pages = items.get(place) ?? new Map<string, Entry>()
    // A page is somebody's: nobody moves or removes another's.
    const key = `${personId} ${page}`
    const before = pages.get(key)
    if (sighting.isHere) items.set(place, pages.set(key, { ...sighting, until: now() + SILENT_MS }))
    else pages.delete(key)
    if (pages.size === 0) items.delete(place)
    const isSame = sighting.isHere ? before?.field === field : before === undefined
    if (!isSame) follower.onChange(organisationId, itemId)
  }

  function entriesOf(itemId: string, principal: Principal): readonly Entry[] {
    const { organisationId, access } = principal
    const entries = [...(items.get(placeOf(organisationId, itemId))?.values() ?? [])]
    return entries.filter(
      (entry) =>
        entry.until > now() &&
        mayInContainers(access, 'container.read', entry.containerIds) &&
        seesItem(principal, entry),
    )
  }

  return {
    take,
    tell(sighting) {
      take(sighting)
      follower.pass(sighting)
    },
    isAt: (itemId, principal) =>
      entriesOf(itemId, principal).some(({ personId }) => personId === principal.personId),
    othersOf(itemId, principal) {
      const entries = entriesOf(itemId, principal)
      if (!entries.some(({ personId }) => personId === principal.personId)) return []
      const people = new Map<string, string | null>()
      for (const { personId, field } of entries)
        if (personId !== principal.personId) people.set(personId, field ?? people.get(personId) ?? null)
      return [...people].map(([personId, field]) => ({ personId, field }))
    },
    sweep() {
      for (const pages of [...items.values()]) {
        for (const entry of [...pages.values()]) if (entry.until <= now()) take({ ...entry, isHere: false })
      }
    },
    follow(next) {
      follower = next
    },
  }
}

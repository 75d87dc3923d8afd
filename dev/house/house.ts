import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * One of the five workspaces. `packages` lists the outside code it may use, or trusts its manifest.
 * A floor without rooms names its `doors` itself.
 */
export type Floor = {
  readonly title: string
  readonly holds: string
  readonly source: string
  readonly reads: readonly string[]
  readonly doors?: readonly string[]
  readonly builtins: boolean
  readonly packages: 'declared' | Readonly<Record<string, string>>
}

/** A folder of core or formats with its door, and the rooms beside or below it that it may read. */
export type Room = { readonly level: number; readonly reads: readonly string[]; readonly holds: string }

/** A part of the server or web floor; files under `path` belong to it, the longest path wins. */
export type Part = { readonly path: string; readonly reads: readonly string[] }

/** Outside packages that only some folders may import. */
export type Keep = {
  readonly packages: readonly string[]
  readonly in: readonly string[]
  readonly rule: string
}

/** A pattern that may not appear under `where`, with what to do instead. */
export type Word = { readonly pattern: string; readonly where: string; readonly advice: string }

export type House = {
  readonly floors: Readonly<Record<string, Floor>>
  readonly rooms: {
    readonly core: Readonly<Record<string, Room>>
    readonly formats: Readonly<Record<string, Room>>
    readonly server: Readonly<Record<string, string>>
    readonly web: Readonly<Record<string, string>>
  }
  readonly parts: Readonly<Record<string, Readonly<Record<string, Part>>>>
  readonly keep: readonly Keep[]
  /** Tables that belong to no organisation, with the reason. */
  readonly sharedTables: Readonly<Record<string, string>>
  readonly rules: Readonly<Record<string, string>>
  readonly words: readonly Word[]
}

/** The repository, whatever the current directory is. */
export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/**
 * Reads house.json and checks that it agrees with itself: rooms read only existing rooms of a lower
 * level, apart from the kernel.
 *
 * @throws when a room reads an unknown room, or one that does not lie below it
 */
export function loadHouse(): House {
  // The file is part of the repository and reviewed like code; its shape is checked by use.
  const house = JSON.parse(readFileSync(`${REPOSITORY}/house.json`, 'utf8')) as House
  for (const rooms of [house.rooms.core, house.rooms.formats]) assertLevels(rooms)
  return house
}

function assertLevels(rooms: Readonly<Record<string, Room>>): void {
  for (const [name, room] of Object.entries(rooms)) {
    for (const read of room.reads) {
      const below = rooms[read]
      if (below === undefined) throw new Error(`house.json: ${name} reads ${read}, which does not exist`)
      if (read !== 'kernel' && below.level >= room.level) {
        throw new Error(`house.json: ${name} (level ${room.level}) reads ${read} (level ${below.level})`)
      }
    }
  }
}

/** The rooms of a floor that is divided into rooms with doors; `undefined` for the other floors. */
export function roomsOf(house: House, floor: string): Readonly<Record<string, Room>> | undefined {
  return floor === 'core' ? house.rooms.core : floor === 'formats' ? house.rooms.formats : undefined
}

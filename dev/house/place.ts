import type { House, Part } from './house.ts'

/**
 * Where a file lives. `room` is the folder of core, formats or a feature; `part` divides server and
 * web; `door` marks the one file that others may import.
 */
export type Place = {
  readonly floor: string
  readonly part: string
  readonly room: string | null
  readonly door: boolean
}

/** The place of a repository file; files outside the five floors stand in the yard. */
export function placeOf(house: House, path: string): Place {
  for (const [floor, { source }] of Object.entries(house.floors)) {
    if (path.startsWith(`${source}/`)) return placeOnFloor(house, floor, path.slice(source.length + 1))
  }
  return { floor: 'yard', part: '', room: null, door: false }
}

function placeOnFloor(house: House, floor: string, rest: string): Place {
  const parts = house.parts[floor]
  if (parts !== undefined) return placeInPart(parts, floor, rest)
  const segments = rest.split('/')
  const doors = house.floors[floor]?.doors
  if (doors !== undefined) return { floor, part: '', room: null, door: doors.includes(rest) }
  const room = segments.length > 1 ? (segments[0] ?? null) : null
  return { floor, part: '', room, door: segments.length === 2 && segments[1] === 'index.ts' }
}

function placeInPart(parts: Readonly<Record<string, Part>>, floor: string, rest: string): Place {
  const [part = '', { path } = { path: '' }] =
    Object.entries(parts)
      .filter(([, candidate]) => rest.startsWith(candidate.path))
      .toSorted(([, a], [, b]) => b.path.length - a.path.length)[0] ?? []
  if (part !== 'feature') return { floor, part, room: null, door: false }
  const [room = null, ...inside] = rest.slice(path.length).split('/')
  return { floor, part, room, door: inside.join('/') === 'index.ts' }
}

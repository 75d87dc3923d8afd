import { type House, roomsOf } from './house.ts'
import { placeOf } from './place.ts'
import type { Violation } from './violation.ts'

const EMPTY_NAMES = /^(?:utils?|helpers?|managers?|common|misc)$/
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Rooms carry the names of house.json on every floor, have doors, and files have telling names. */
export function checkRooms(house: House, files: readonly string[]): Violation[] {
  const code = files.filter((file) => file.startsWith('packages/') && file.includes('/src/'))
  return [...checkRoomNames(house, code), ...checkDoorsExist(house, code), ...checkFileNames(code)]
}

function checkRoomNames(house: House, code: readonly string[]): Violation[] {
  const known = namesByFloor(house)
  const firstFiles = new Map<string, Violation>()
  for (const file of code) {
    const { floor, room } = placeOf(house, file)
    if (room === null || known[floor] === undefined || known[floor].has(room)) continue
    const detail = `house.json names no room '${room}' on the floor ${floor}`
    if (!firstFiles.has(detail)) firstFiles.set(detail, { rule: 'room-name', file, line: 1, detail })
  }
  return [...firstFiles.values()]
}

function namesByFloor(house: House): Record<string, ReadonlySet<string>> {
  const { core, formats, server, web } = house.rooms
  const onServer = [...Object.keys(core), ...Object.keys(server)]
  return {
    core: new Set(Object.keys(core)),
    formats: new Set(Object.keys(formats)),
    server: new Set(onServer),
    web: new Set([...onServer, ...Object.keys(web)]),
  }
}

function checkDoorsExist(house: House, code: readonly string[]): Violation[] {
  const rooms = Map.groupBy(code, (file) => {
    const place = placeOf(house, file)
    const needsDoor = roomsOf(house, place.floor) !== undefined || place.floor === 'server'
    return needsDoor && place.room !== null ? `${place.floor} ${place.room}` : ''
  })
  rooms.delete('')
  return [...rooms].flatMap(([room, inside]) =>
    inside.some((file) => placeOf(house, file).door)
      ? []
      : [{ rule: 'room-without-door', file: inside[0] ?? '', line: 1, detail: `${room} has no index.ts` }],
  )
}

function checkFileNames(code: readonly string[]): Violation[] {
  return code.flatMap((file) => {
    const [stem = ''] = (file.split('/').at(-1) ?? '').split('.')
    const isCode = /\.tsx?$/.test(file)
    if (!isCode || (KEBAB.test(stem) && !EMPTY_NAMES.test(stem))) return []
    return [{ rule: 'file-name', file, line: 1, detail: stem }]
  })
}

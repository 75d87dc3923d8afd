import { readFileSync, writeFileSync } from 'node:fs'
import { type House, loadHouse, REPOSITORY, type Room } from './house.ts'
import type { Violation } from './violation.ts'

const BEGIN = '<!-- house: begin (drawn by dev/house/diagram.ts) -->'
const END = '<!-- house: end -->'
const DOCUMENT = 'ARCHITECTURE.md'

/** The floors and the rooms of core as text, drawn from house.json. */
export function drawHouse(house: House): string {
  const floors = Object.entries(house.floors).map(([name, { title, reads, holds }]) => [
    name,
    title,
    reads.length === 0 ? 'reads nothing of ours' : `reads ${reads.join(', ')}`,
    holds,
  ])
  return [
    BEGIN,
    '```',
    ...align(floors),
    '',
    'core, level by level (every room may read kernel)',
    ...drawLevels(house.rooms.core),
    '```',
    END,
  ].join('\n')
}

function drawLevels(rooms: Readonly<Record<string, Room>>): string[] {
  const levels = [...new Set(Object.values(rooms).map(({ level }) => level))].toSorted((a, b) => b - a)
  const rows = levels.flatMap((level) =>
    Object.entries(rooms)
      .filter(([, room]) => room.level === level)
      .map(([name, room], index) => {
        const reads = room.reads.filter((read) => read !== 'kernel')
        return [index === 0 ? String(level) : '', name, reads.length === 0 ? '' : `reads ${reads.join(', ')}`]
      }),
  )
  return align(rows)
}

/** Pads all columns but the last to equal width. */
function align(rows: readonly (readonly string[])[]): string[] {
  const width = (column: number) => Math.max(...rows.map((row) => (row[column] ?? '').length))
  return rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(width(column) + 2)))
      .join('')
      .trimEnd(),
  )
}

/** Whether ARCHITECTURE.md shows the house as it stands in house.json. */
export function checkDiagram(house: House): Violation[] {
  const document = readFileSync(`${REPOSITORY}/${DOCUMENT}`, 'utf8')
  return document.includes(drawHouse(house))
    ? []
    : [{ rule: 'diagram', file: DOCUMENT, line: 1, detail: 'the drawing differs' }]
}

function redraw(): void {
  const path = `${REPOSITORY}/${DOCUMENT}`
  const document = readFileSync(path, 'utf8')
  const [before, rest] = document.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined) throw new Error(`${DOCUMENT} has lost its markers`)
  writeFileSync(path, `${before}${drawHouse(loadHouse())}${after}`)
}

if (import.meta.main) redraw()

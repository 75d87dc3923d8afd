import { CONSTRAINT_KINDS } from '@millrace/core/schedule'
import type { GridColumn, GridGround } from './ground.ts'

/** More are no help. */
const SHOWN_MAX = 50

/** What could be written in a cell, going on from what is written there already. */
export function suggestionsFor(column: GridColumn, text: string, ground: GridGround): readonly string[] {
  switch (column) {
    case 'constraint':
      return CONSTRAINT_KINDS.map((kind) => ground.constraintWords[kind])
    case 'calendar':
      return ground.calendars.map(({ name }) => name)
    case 'responsible':
      return ground.people.map(({ name }) => name).slice(0, SHOWN_MAX)
    case 'resources':
      return resourcesAfter(text, ground)
    default:
      return []
  }
}

function resourcesAfter(text: string, { resources, people, canManage }: GridGround): readonly string[] {
  const pieces = text.split(';').map((piece) => piece.trim())
  const before = pieces.slice(0, -1)
  const begun = (pieces.at(-1) ?? '').toLowerCase()
  const taken = new Set(before.map((piece) => piece.replace(/\s*\[.*$/, '').toLowerCase()))
  const names = [...resources.map(({ name }) => name), ...(canManage ? people.map(({ name }) => name) : [])]
  return [...new Set(names)]
    .filter((name) => name.toLowerCase().startsWith(begun) && !taken.has(name.toLowerCase()))
    .slice(0, SHOWN_MAX)
    .map((name) => [...before, name].join('; '))
}

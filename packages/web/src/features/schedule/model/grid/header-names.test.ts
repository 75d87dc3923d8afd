import { expect, test } from 'vitest'
import { GRID_COLUMNS } from './ground.ts'
import { headerOf } from './header-names.ts'

// Columns of the page called as nothing else is: what is found here is found by the names below.
const own = Object.fromEntries(GRID_COLUMNS.map((column) => [column, `own ${column}`])) as Record<
  (typeof GRID_COLUMNS)[number],
  string
> // One entry for each column.

test.each([
  [
    'ID\tOutline Level\tTask Name\tDuration\tWork\tStart\tFinish\t% Complete\tPredecessors\tResource Names',
    ['number', 'level', 'title', 'duration', 'effort', 'start', 'finish', 'percent', 'before', 'resources'],
  ],
  [
    'Nr.\tPSP-Code\tVorgangsname\tDauer\tArbeit\tAnfang\tEnde\t% Abgeschlossen\tVorgänger\tRessourcennamen',
    ['number', 'wbs', 'title', 'duration', 'effort', 'start', 'finish', 'percent', 'before', 'resources'],
  ],
  [
    'Einschränkungsart\tEinschränkungstermin\tStichtag\tGesamte Pufferzeit\tKosten\tName',
    ['constraint', 'constraintDay', 'deadline', 'float', 'cost', 'title'],
  ],
  ['own title\town before\tColour', ['title', 'before', null]],
])('%s', (line, columns) => expect(headerOf(line.split('\t'), own)).toEqual(columns))

test('a line of work is no header, though a title may be called like a column', () => {
  expect(headerOf(['Start', '3d', '2027-03-01'], own)).toBeNull()
  expect(headerOf(['Task', 'Ann'], own)).toBeNull()
  expect(headerOf(['Duration', 'Start'], own)).toEqual(['duration', 'start'])
})

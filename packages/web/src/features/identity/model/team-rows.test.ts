import { expect, test } from 'vitest'
import type { Team } from '../../../platform/store/index.ts'
import { teamRows } from './team-rows.ts'

const team = (id: string, parentId: string | null, archivedAt: number | null = null): Team => ({
  id,
  parentId,
  name: `Team ${id}`,
  memberIds: [],
  origin: 'own',
  archivedAt,
  version: 1,
})

test('teams stand below the one they belong to, by name', () => {
  const rows = teamRows([team('c', 'a'), team('b', null), team('a', null), team('d', 'c')])
  expect(rows.map(({ team: { id }, depth }) => `${String(depth)}${id}`)).toEqual(['0a', '1c', '2d', '0b'])
})

test('archived teams are left out, and those below them move up', () => {
  const rows = teamRows([team('a', null, 5), team('b', 'a')])
  expect(rows.map(({ team: { id }, depth }) => `${String(depth)}${id}`)).toEqual(['0b'])
})

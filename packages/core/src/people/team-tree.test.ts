import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkTeamPlace, type Team } from './index.ts'

function tree(...teams: readonly (readonly [id: string, parentId: string | null, archived?: 'archived'])[]) {
  return new Map(
    teams.map(([id, parentId, archived]): [string, Team] => [
      id,
      { id, parentId, name: id.toUpperCase(), isArchived: archived !== undefined },
    ]),
  )
}

function check(teams: ReadonlyMap<string, Team>, id: string) {
  const result = checkTeamPlace(teams, id)
  return result.ok ? 'ok' : result.refusal
}

test('a team stands below another', () => {
  expect(check(tree(['a', null], ['b', 'a']), 'b')).toBe('ok')
})

test('a team below itself is refused with the way round', () => {
  const teams = tree(['a', 'c'], ['b', 'a'], ['c', 'b'])
  expect(check(teams, 'a')).toEqual({ code: 'identity.team_cycle', params: { path: ['A', 'C', 'B', 'A'] } })
  expect(check(tree(['a', 'a']), 'a')).toMatchObject({ code: 'identity.team_cycle' })
})

test('a parent has to exist', () => {
  expect(check(tree(['a', 'gone']), 'a')).toMatchObject({ code: 'platform.reference_unknown' })
})

test('archived teams are above archived ones only', () => {
  expect(check(tree(['a', null, 'archived'], ['b', 'a']), 'a')).toMatchObject({
    code: 'identity.team_has_teams',
  })
  expect(check(tree(['a', null, 'archived'], ['b', 'a']), 'b')).toMatchObject({
    code: 'identity.team_archived',
  })
  expect(check(tree(['a', null, 'archived'], ['b', 'a', 'archived']), 'a')).toBe('ok')
})

test('whatever moves were allowed, every way up ends', () => {
  const move = fc.tuple(fc.nat(7), fc.option(fc.nat(7), { nil: null }))
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
      let teams = tree(...Array.from({ length: 8 }, (_, index) => [String(index), null] as const))
      for (const [id, parentId] of moves) {
        const team = teams.get(String(id))
        if (!team) continue
        const next = new Map(teams).set(team.id, {
          ...team,
          parentId: parentId === null ? null : String(parentId),
        })
        if (checkTeamPlace(next, team.id).ok) teams = next
      }
      for (const team of teams.values()) {
        let steps = 0
        for (let at: string | null = team.parentId; at !== null; at = teams.get(at)?.parentId ?? null) steps++
        expect(steps).toBeLessThan(8)
      }
    }),
    { seed: 7, numRuns: 300 },
  )
})

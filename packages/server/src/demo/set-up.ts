import type { OutputOf, operations } from '@millrace/contract'
import { CAST, emailOf, MACHINES, type Role, TEAMS } from './cast.ts'
import { pick, type Stage } from './stage.ts'
import { at } from './virtual-clock.ts'

/** Labels, fields and types of the story by name or key, with their ids. */
export type Names = {
  readonly labelIds: ReadonlyMap<string, string>
  readonly fieldIds: ReadonlyMap<string, string>
  readonly typeIds: ReadonlyMap<string, string>
}

const LABELS = [
  ['Safety', 'red'],
  ['Façade', 'blue'],
  ['Structure', 'grape'],
  ['Warranty', 'orange'],
  ['City', 'teal'],
  ['Tenant waits', 'yellow'],
] as const

/** One custom field of each kind that there is. */
const FIELDS = [
  { key: 'machine', name: 'Machine', kind: 'choice', options: MACHINES },
  {
    key: 'weather',
    name: 'Needs weather',
    kind: 'choice',
    options: [
      { id: 'any', name: 'Any' },
      { id: 'dry', name: 'Dry' },
      { id: 'calm', name: 'No wind' },
    ],
  },
  { key: 'drawing', name: 'Drawing', kind: 'text' },
  { key: 'register', name: 'Drawing register', kind: 'link' },
  { key: 'concrete', name: 'Concrete, m³', kind: 'number' },
  { key: 'cost', name: 'Expected cost', kind: 'money' },
  { key: 'inspected', name: 'Inspection on', kind: 'date' },
  { key: 'inspector', name: 'Inspector', kind: 'person' },
] as const

/** People, teams, labels and fields, on the morning of the first day. */
export async function setUp(stage: Stage, day: Date): Promise<Names> {
  const now = at(day, 6)
  await stage.act(now, 'owner', [
    ...CAST.map((role) => ({ name: 'identity.addPerson', input: personInput(stage, role) })),
    ...TEAMS.map((team) => ({
      name: 'identity.createTeam',
      input: {
        id: stage.teamIds.get(team.key),
        name: team.name,
        parentId: team.parent ? stage.teamIds.get(team.parent) : null,
      },
    })),
    ...TEAMS.map((team) => ({
      name: 'identity.setTeamMembers',
      input: {
        id: stage.teamIds.get(team.key),
        memberIds: CAST.filter((role) => role.team === team.key).map((role) => stage.personIds.get(role.key)),
      },
    })),
  ])
  return await nameThings(stage, now)
}

/** So few at once that other work of the process finds a free thread, such as opening a connection. */
const HASHED_AT_ONCE = 2

/**
 * Everybody gets an account, all with the same password. Apart from the rest, since hashing two dozen
 * passwords takes seconds by intention, and nobody of the story signs in.
 */
export async function letIn(stage: Stage, day: Date, password: string): Promise<void> {
  const calls = CAST.map((role) => ({
    name: 'identity.addPerson',
    input: { ...personInput(stage, role), password },
  }))
  for (let start = 0; start < calls.length; start += HASHED_AT_ONCE)
    await stage.act(at(day, 6.5), 'owner', calls.slice(start, start + HASHED_AT_ONCE))
}

function personInput(stage: Stage, role: Role) {
  return {
    id: stage.personIds.get(role.key),
    name: role.name,
    email: emailOf(role),
    title: role.title,
    orgRole: role.isGuest ? 'guest' : 'member',
  }
}

async function nameThings(stage: Stage, now: number): Promise<Names> {
  const labelIds = new Map<string, string>(LABELS.map(([name]) => [name, stage.newId(now)]))
  const fieldIds = new Map<string, string>(FIELDS.map(({ key }) => [key, stage.newId(now)]))
  await stage.act(now, 'owner', [
    ...LABELS.map(([name, colour]) => ({
      name: 'work.createLabel',
      input: { id: labelIds.get(name), name, colour },
    })),
    ...FIELDS.map((field) => ({
      name: 'work.createField',
      input: { ...field, id: fieldIds.get(field.key) },
    })),
  ])
  // The answer of this very operation.
  const { types = [] } = (await stage.ask('sync.bootstrap', { scope: 'directory' })) as OutputOf<
    (typeof operations)['sync.bootstrap']
  >
  return { labelIds, fieldIds, typeIds: new Map(types.map(({ id, name }) => [name, id])) }
}

/** Some of the labels, mostly none. */
export function someLabels(stage: Stage, names: Names): readonly string[] {
  return stage.random() < 0.75 ? [] : [pick(stage.random, [...names.labelIds.values()])]
}

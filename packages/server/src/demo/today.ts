import type { OutputOf, operations } from '@millrace/contract'
import type { Stage } from './stage.ts'
import { at, dayFrom } from './virtual-clock.ts'

/** What the owner finds this morning, of all three kinds, and a list that is shared with the client. */
export async function todayForOwner(stage: Stage, today: Date, towerId: string): Promise<void> {
  await layOnDesk(stage, today)
  await askOwner(stage, today, towerId)
  await shareWithClient(stage, today)
}

/** Work on the tower and in processes that waits for the owner. */
async function askOwner(stage: Stage, today: Date, towerId: string): Promise<void> {
  const now = at(today, -7)
  const walk = (title: string, days: number, more: object = {}) => ({
    name: 'work.createItem',
    input: {
      id: stage.newId(now),
      containerId: towerId,
      title,
      responsibleId: stage.owner.personId,
      dueOn: dayFrom(today, 0, days),
      stateId: 'ready',
      effortMin: 120,
      ...more,
    },
  })
  await stage.act(now, 'rosa', [
    walk('Walk level 9 with the structural engineer', 0, { priority: 3, costOfDelayMinor: 310_000 }),
    walk('Choose the second crane’s new position', 3, { costOfDelayMinor: 960_000 }),
  ])
  const query = 'open and title ~ "Approve cost" order by created'
  // The answer of this very operation.
  const { items } = (await stage.ask('work.listItems', { query, limit: 3 })) as OutputOf<
    (typeof operations)['work.listItems']
  >
  await stage.act(
    now,
    'theo',
    items.map(({ id }) => ({
      name: 'work.changeItem',
      input: { id, patch: { responsibleId: stage.owner.personId, priority: 3, costOfDelayMinor: 120_000 } },
    })),
  )
}

async function layOnDesk(stage: Stage, today: Date): Promise<void> {
  const now = at(today, -8)
  const containerId = stage.newId(now)
  const item = (title: string, more: Readonly<Record<string, unknown>>) => ({
    name: 'work.createItem',
    input: { id: stage.newId(now), containerId, title, responsibleId: stage.owner.personId, ...more },
  })
  await stage.act(now, 'owner', [
    {
      name: 'work.createContainer',
      input: { id: containerId, kind: 'list', key: 'DESK', name: 'Board of Harbour Tower' },
    },
    item('Sign the crane contract extension', {
      stateId: 'in-progress',
      dueOn: dayFrom(today, 0),
      priority: 3,
      costOfDelayMinor: 420_000,
      effortMin: 60,
    }),
    item('Answer Nord Tenant AG about the lobby', {
      stateId: 'ready',
      dueOn: dayFrom(today, 0, 2),
      priority: 2,
      costOfDelayMinor: 180_000,
      effortMin: 90,
    }),
    item('Prepare the board meeting', {
      stateId: 'ready',
      dueOn: dayFrom(today, 1),
      effortMin: 240,
      costOfDelayMinor: 90_000,
    }),
    item('Read the safety report', { stateId: 'backlog', effortMin: 45 }),
    item('Talk with Theo about a second approver', {
      stateId: 'ready',
      priority: 3,
      costOfDelayMinor: 650_000,
      effortMin: 60,
      area: '3.3',
    }),
  ])
}

/** The client's people see one list, and nothing else. */
async function shareWithClient(stage: Stage, today: Date): Promise<void> {
  const now = at(today, -30)
  const containerId = stage.newId(now)
  const titles = [
    'Move-in plan, levels 5 to 8',
    'Colours of the lobby',
    'Parking spaces during construction',
    'Acceptance of level 4',
  ]
  await stage.act(now, 'mei', [
    {
      name: 'work.createContainer',
      input: {
        id: containerId,
        kind: 'list',
        key: 'NORD',
        name: 'With Nord Tenant AG',
        ownerId: stage.personIds.get('mei'),
      },
    },
    ...titles.map((title, index) => ({
      name: 'work.createItem',
      input: {
        id: stage.newId(now),
        containerId,
        title,
        stateId: index === 0 ? 'in-progress' : 'ready',
        requesterId: stage.personIds.get('clara'),
        responsibleId: stage.personIds.get(index % 2 === 0 ? 'mei' : 'lena'),
        dueOn: dayFrom(today, 2 + index),
      },
    })),
    ...['clara', 'henrik'].map((key) => ({
      name: 'work.grantAccess',
      input: {
        id: stage.newId(now),
        containerId,
        personId: stage.personIds.get(key),
        role: key === 'clara' ? 'contributor' : 'commenter',
      },
    })),
  ])
}

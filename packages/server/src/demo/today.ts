import type { Stage } from './stage.ts'
import { at, dayFrom } from './virtual-clock.ts'

/** What lies on the owner's own desk this morning, and a list that is shared with the client. */
export async function todayForOwner(stage: Stage, today: Date): Promise<void> {
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
  await shareWithClient(stage, today)
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

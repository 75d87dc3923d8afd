import type { Names } from './set-up.ts'
import type { Call, Stage } from './stage.ts'
import { findItem, listOldestCosts } from './talk.ts'
import { at, dayFrom, workDayBefore, workDayFrom } from './virtual-clock.ts'

/** What today is about: the day, the project, and the names of things. */
export type Morning = { readonly today: Date; readonly towerId: string; readonly names: Names }

/** What the owner finds this morning, of all three kinds, and a list that is shared with the client. */
export async function todayForOwner(stage: Stage, morning: Morning): Promise<void> {
  await layOnDesk(stage, morning)
  await askFromSite(stage, morning)
  await askForCosts(stage, morning)
  await askFromCases(stage, morning)
  await shareWithClient(stage, morning)
}

type Wanted = { readonly title: string; readonly days: number | null } & Readonly<Record<string, unknown>>

/** Something for the owner to do, due so many days from today. */
function forOwner(stage: Stage, containerId: string, { today }: Morning) {
  return ({ days, ...more }: Wanted): Call => ({
    name: 'work.createItem',
    input: {
      id: stage.newId(at(today, -7)),
      containerId,
      responsibleId: stage.owner.personId,
      dueOn: days === null ? null : dayFrom(today, 0, days),
      stateId: 'ready',
      ...more,
    },
  })
}

async function layOnDesk(stage: Stage, morning: Morning): Promise<void> {
  const now = at(workDayBefore(morning.today, 4), 9)
  const containerId = stage.newId(now)
  const item = forOwner(stage, containerId, morning)
  await stage.act(now, 'owner', [
    {
      name: 'work.createContainer',
      input: {
        id: containerId,
        kind: 'list',
        key: 'DESK',
        name: 'Board of Harbour Tower',
        description: 'What the board decides and signs. Everybody may read it.',
      },
    },
    item({
      title: 'Sign the crane contract extension',
      days: 0,
      stateId: 'in-progress',
      priority: 3,
      costOfDelayMinor: 420_000,
      effortMin: 60,
    }),
    item({
      title: 'Answer Nord Tenant AG about the lobby',
      days: 3,
      priority: 2,
      costOfDelayMinor: 180_000,
      effortMin: 90,
    }),
    item({
      title: 'Talk with Theo about a second approver',
      days: null,
      priority: 3,
      costOfDelayMinor: 650_000,
      effortMin: 60,
      area: '3.3',
    }),
    item({ title: 'Prepare the board meeting', days: 7, effortMin: 240, costOfDelayMinor: 90_000 }),
    item({ title: 'Read the safety report', days: null, stateId: 'backlog', effortMin: 45 }),
    item({
      title: 'Choose the auditor for next year',
      days: 60,
      stateId: 'backlog',
      effortMin: 120,
      area: '3.3',
    }),
  ])
}

/** Work on the tower that waits for the owner, or stands still at theirs. */
async function askFromSite(stage: Stage, morning: Morning): Promise<void> {
  const { today, towerId, names } = morning
  const now = at(workDayBefore(today, 2), 15)
  const item = forOwner(stage, towerId, morning)
  const released = stage.newId(now)
  await stage.act(now, 'rosa', [
    item({
      title: 'Walk level 9 with the structural engineer',
      days: 0,
      priority: 3,
      costOfDelayMinor: 310_000,
      effortMin: 120,
    }),
    item({
      title: 'Choose the new position of tower crane 2',
      days: 4,
      costOfDelayMinor: 960_000,
      effortMin: 120,
      fields: { [names.fieldIds.get('machine') ?? '']: 'crane-2' },
    }),
    item({
      id: released,
      title: 'Release the second concrete crew',
      days: 5,
      effortMin: 60,
      costOfDelayMinor: 240_000,
    }),
    item({ title: 'Decide on the topping-out ceremony', days: 90, stateId: 'backlog', effortMin: 60 }),
    {
      name: 'work.waitForItem',
      input: {
        id: released,
        personId: stage.personIds.get('ines'),
        note: 'The staffing plan of the next three levels',
      },
    },
  ])
}

/** Costs above what the head of finance may approve: one to approve today, one next, one that waits, one for later. */
async function askForCosts(stage: Stage, { today }: Morning): Promise<void> {
  const now = at(workDayBefore(today, 1), 11)
  const [urgent, next, waiting, later] = (await listOldestCosts(stage, 4)).map(({ id }) => id)
  const give = (id: string | undefined, days: number, more: object): Call => ({
    name: 'work.changeItem',
    input: {
      id,
      patch: { responsibleId: stage.owner.personId, dueOn: dayFrom(today, 0, days), priority: 3, ...more },
    },
  })
  await stage.act(now, 'theo', [
    give(urgent, 0, { costOfDelayMinor: 340_000 }),
    give(next, 2, { costOfDelayMinor: 120_000 }),
    give(waiting, 6, { costOfDelayMinor: 80_000 }),
    give(later, 14, { priority: 1 }),
    {
      name: 'work.waitForItem',
      input: { id: waiting, personId: null, note: 'A second offer for the same work' },
    },
    { name: 'work.moveItem', input: { id: later, stateId: 'backlog' } },
  ])
}

/** A case asks the owner, one gives them something to do, and one will. */
async function askFromCases(stage: Stage, morning: Morning): Promise<void> {
  const { today } = morning
  const now = at(workDayBefore(today, 1), 14)
  const dates = await findItem(stage, ['DSD', 'Say which Sundays we need'])
  await stage.act(now, 'amir', [
    {
      name: 'work.waitForItem',
      input: {
        id: dates,
        personId: stage.owner.personId,
        note: 'May the façade crew work on Sundays at all?',
      },
    },
  ])
  await stage.act(now + 1_800_000, 'sofia', [
    {
      name: 'work.changeItem',
      input: {
        id: await findItem(stage, ['DSF', 'Propose a settlement']),
        patch: { accountableId: stage.owner.personId, responsibleId: stage.owner.personId },
      },
    },
    {
      name: 'work.changeItem',
      input: {
        id: await findItem(stage, ['DSL', 'Say what the façade can carry']),
        patch: {
          responsibleId: stage.owner.personId,
          dueOn: workDayFrom(dayFrom(today, 0, 3)),
          costOfDelayMinor: 45_000,
          effortMin: 30,
        },
      },
    },
  ])
}

/** What the client wants, and how far it is. */
const WISHES = [
  { title: 'Move-in plan, levels 5 to 8', worker: 'mei', stateId: 'in-progress', days: 14 },
  { title: 'Colours of the lobby', worker: 'lena', stateId: 'ready', days: 21 },
  { title: 'Parking spaces during construction', worker: 'mei', stateId: 'ready', days: 28 },
  { title: 'Acceptance of level 4', worker: 'mei', stateId: 'done', days: -3 },
  { title: 'Second key for the archive', worker: 'mei', stateId: 'done', days: -8 },
  { title: 'Quiet hours for the board meeting', worker: 'mei', stateId: 'done', days: -15 },
] as const
type Wish = (typeof WISHES)[number] & { readonly id: string }

/** The client's people see one list, and nothing else. One wish waits for their acceptance, one for our notice. */
async function shareWithClient(stage: Stage, { today, names }: Morning): Promise<void> {
  const opened = at(workDayBefore(today, 30), 9)
  const containerId = stage.newId(opened)
  const wishes = WISHES.map((wish) => ({ ...wish, id: stage.newId(opened) }))
  await stage.act(opened, 'mei', [
    {
      name: 'work.createContainer',
      input: {
        id: containerId,
        kind: 'list',
        key: 'NORD',
        name: 'With Nord Tenant AG',
        description: 'Shared with Clara Voss and Henrik Lund of Nord Tenant AG, who see nothing else.',
        ownerId: stage.personIds.get('mei'),
        defaultTypeId: names.typeIds.get('Request'),
      },
    },
    ...wishes.map(({ id, title, worker, days }) => ({
      name: 'work.createItem',
      input: {
        id,
        containerId,
        title,
        stateId: 'ready',
        requesterId: stage.personIds.get('clara'),
        responsibleId: stage.personIds.get(worker),
        dueOn: workDayFrom(dayFrom(today, 0, days)),
      },
    })),
    ...['clara', 'henrik'].map((person) => ({
      name: 'work.grantAccess',
      input: {
        id: stage.newId(opened),
        containerId,
        personId: stage.personIds.get(person),
        role: person === 'clara' ? 'contributor' : 'commenter',
      },
    })),
  ])
  await serveClient(stage, wishes, today)
}

/** Three wishes are fulfilled: one waits for acceptance, one for notice, one is closed. */
async function serveClient(stage: Stage, wishes: readonly Wish[], today: Date): Promise<void> {
  const [, , , , key, quiet] = wishes
  const begun = wishes.filter(({ stateId }) => stateId !== 'ready')
  const move = (stateId: string) => (wish: { readonly id: string }) => ({
    name: 'work.moveItem',
    input: { id: wish.id, stateId },
  })
  await stage.act(at(workDayBefore(today, 12), 10), 'mei', begun.map(move('in-progress')))
  await stage.act(
    at(workDayBefore(today, 5), 16),
    'mei',
    begun.filter(({ stateId }) => stateId === 'done').map(move('done')),
  )
  await stage.act(
    at(workDayBefore(today, 3), 9),
    'clara',
    [key, quiet].map((wish) => ({ name: 'work.acceptItem', input: { id: wish?.id } })),
  )
  await stage.act(at(workDayBefore(today, 3), 11), 'mei', [
    { name: 'work.giveNotice', input: { id: quiet?.id, note: 'Written to all tenants of levels 5 to 8' } },
  ])
}

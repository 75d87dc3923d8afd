import { MACHINES, type MachineId } from './cast.ts'
import type { Names } from './set-up.ts'
import type { Stage } from './stage.ts'
import type { SiteMachines } from './tower-schedule.ts'
import type { Tower } from './tower-story.ts'
import { addWorkDays, at, dayFrom, workDayBefore, workDayFrom } from './virtual-clock.ts'

/** A lift beside the cycle of the levels: which crane, for whom, and when, in working days from today. */
type Lift = {
  readonly title: string
  readonly crane: MachineId
  readonly worker: string
  readonly starts: number
  readonly days: number
  readonly tonnes: number
  readonly state?: 'in-progress' | 'backlog'
  /** Why it cannot take place as planned. */
  readonly blocked?: { readonly reason: 'material' | 'people' | 'other'; readonly note: string }
}

/** Each crane serves formwork and rebar of its zone as well: several of these stand in the way of that and of each other. */
export const LIFTS: readonly Lift[] = [
  {
    title: 'Unload precast stairs, levels 11 to 13',
    crane: 'crane-1',
    worker: 'luis',
    starts: -1,
    days: 3,
    tonnes: 18,
    state: 'in-progress',
  },
  { title: 'Climb the core formwork', crane: 'crane-1', worker: 'piotr', starts: 2, days: 3, tonnes: 22 },
  {
    title: 'Lift steel truss 1 for level 14',
    crane: 'crane-1',
    worker: 'luis',
    starts: 3,
    days: 2,
    tonnes: 11,
    blocked: { reason: 'other', note: 'Tower crane 1 climbs the core formwork on the same days' },
  },
  {
    title: 'Lift steel truss 2 for level 14',
    crane: 'crane-1',
    worker: 'luis',
    starts: 4,
    days: 2,
    tonnes: 11,
  },
  {
    title: 'Take down the hoist mast, south',
    crane: 'crane-1',
    worker: 'rosa',
    starts: 9,
    days: 2,
    tonnes: 6,
    blocked: { reason: 'people', note: 'The rigging crew is on the other site until Friday' },
  },
  {
    title: 'Bring air handler 1 to level 10',
    crane: 'crane-2',
    worker: 'marta',
    starts: 1,
    days: 2,
    tonnes: 7,
  },
  {
    title: 'Lift façade anchors, levels 8 to 10',
    crane: 'crane-2',
    worker: 'amir',
    starts: 2,
    days: 4,
    tonnes: 4,
    blocked: { reason: 'material', note: 'Two of six pallets are still with the galvaniser' },
  },
  {
    title: 'Climb the safety screen, north',
    crane: 'crane-2',
    worker: 'piotr',
    starts: 3,
    days: 2,
    tonnes: 9,
  },
  { title: 'Clear scaffold from the yard', crane: 'crane-2', worker: 'rosa', starts: 5, days: 3, tonnes: 12 },
  {
    title: 'Raise tower crane 2 by three sections',
    crane: 'crane-2',
    worker: 'luis',
    starts: 12,
    days: 2,
    tonnes: 14,
    state: 'backlog',
  },
]

type World = { readonly today: Date; readonly names: Names; readonly machines: SiteMachines }

/** Working days before today when the look-ahead was written. */
const WRITTEN_DAYS_AGO = 6

/** First and last day of a lift. */
export function daysOf(lift: Lift, today: Date): { readonly startsOn: string; readonly dueOn: string } {
  const base = workDayFrom(dayFrom(today, 0))
  const startsOn =
    lift.starts < 0
      ? workDayBefore(today, -lift.starts).toISOString().slice(0, 10)
      : addWorkDays(base, lift.starts)
  return { startsOn, dueOn: addWorkDays(startsOn, lift.days - 1) }
}

/** Writes the look-ahead of the cranes, in which both are booked twice, and says so. */
export async function overbookCranes(stage: Stage, tower: Tower, world: World): Promise<void> {
  const { today, names, machines } = world
  const now = at(workDayBefore(today, WRITTEN_DAYS_AGO), 15)
  const { containerId } = tower
  const parentId = stage.newId(now)
  const ids = LIFTS.map(() => stage.newId(now))
  const common = {
    containerId,
    accountableId: stage.personIds.get('rosa'),
    requesterId: stage.personIds.get('ines'),
    teamId: stage.teamIds.get('site'),
    area: '2.3',
  }
  await stage.act(now, 'rosa', [
    {
      name: 'work.createItem',
      input: {
        ...common,
        id: parentId,
        title: 'Crane look-ahead',
        parentId: tower.idOf.get('structure'),
        description:
          'All lifts of the next three weeks besides formwork and rebar. **Both cranes are booked twice**: a third, mobile crane for five days costs 14,500 €; moving the trusses by a week costs nothing as long as level 14 is not decided.',
        labelIds: [names.labelIds.get('Structure')],
        fields: { [names.fieldIds.get('cost') ?? '']: 1_450_000 },
        stateId: 'in-progress',
        responsibleId: stage.personIds.get('luis'),
      },
    },
    ...LIFTS.map((lift, index) => ({
      name: 'work.createItem',
      input: { ...common, ...liftInput(stage, lift, world), id: ids[index], parentId },
    })),
  ])
  await stage.act(
    now + 3_600_000,
    'luis',
    LIFTS.flatMap(({ blocked }, index) =>
      blocked
        ? { name: 'work.blockItem', input: { id: ids[index], blockerId: stage.newId(now), ...blocked } }
        : [],
    ),
  )
  await stage.act(
    at(today, -11),
    'luis',
    LIFTS.map(({ crane }, index) => ({
      name: 'schedule.assign',
      input: {
        ...{ id: stage.newId(now), containerId, itemId: ids[index] },
        resourceId: machines.get(crane),
      },
    })),
  )
}

function liftInput(stage: Stage, lift: Lift, { today, names }: World) {
  return {
    ...daysOf(lift, today),
    title: lift.title,
    description: `${lift.tonnes} t with ${nameOf(lift.crane)}.`,
    responsibleId: stage.personIds.get(lift.worker),
    stateId: lift.state ?? 'ready',
    effortMin: lift.days * 480,
    practice: 'Lifting',
    role: 'Crane operator',
    resources: `${nameOf(lift.crane)}, four riggers`,
    artifact: 'Lifting log',
    labelIds: lift.tonnes > 10 ? [names.labelIds.get('Safety')] : [],
    fields: {
      [names.fieldIds.get('machine') ?? '']: lift.crane,
      [names.fieldIds.get('weather') ?? '']: 'calm',
    },
  }
}

function nameOf(crane: MachineId): string {
  return MACHINES.find(({ id }) => id === crane)?.name ?? crane
}

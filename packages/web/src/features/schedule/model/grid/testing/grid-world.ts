import type { PlanRowView, PlanView } from '@millrace/contract'
import { numberOutline } from '@millrace/core/schedule'
import type { Call } from '../../../../../platform/store/index.ts'
import { newRow } from '../../new-row.ts'
import { planDays } from '../../plan-days.ts'
import { readCalendars, USUAL_CALENDAR } from '../../read-calendars.ts'
import { type GridFacts, type GridGround, type GridItem, groundOf } from '../ground.ts'

const timeZone = 'UTC'
export const at = (day: string, hour = 0) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000

let made = 0

/** A plan without lines, with some people, resources and a calendar. */
export const emptyPlan: GridFacts = {
  ...{ containerId: 'c', rows: [], links: [], assignments: [], timeZone, decimal: '.' },
  settings: { calendarId: null } as PlanView['settings'], // Nothing else of them is looked at.
  days: planDays([at('2027-01-01'), at('2027-06-01')], {
    calendars: readCalendars([], timeZone),
    calendarId: USUAL_CALENDAR,
    timeZone,
  }),
  letters: {
    type: { FS: 'FS', SS: 'SS', FF: 'FF', SF: 'SF' },
    unit: { week: 'w', day: 'd', hour: 'h', minute: 'm' },
    elapsed: 'e',
  },
  calendars: [{ id: 'k-night', baseId: null, name: 'Night shift' }] as unknown as PlanView['calendars'], // Only called.
  resources: [
    resource('r-ann', 'Ann', 'work'),
    resource('r-crane', 'Crane', 'machine'),
    resource('r-concrete', 'Concrete, C30', 'material', 't'),
  ],
  people: [
    { id: 'p-tom', name: 'Tom Dahl', email: 'tom@example.org' },
    { id: 'p-ida', name: 'Ida Berg', email: null },
  ],
  canManage: true,
  constraintWords: {
    ...{ ASAP: 'As soon as possible', ALAP: 'As late as possible' },
    ...{ SNET: 'Start no earlier than', SNLT: 'Start no later than' },
    ...{ FNET: 'Finish no earlier than', FNLT: 'Finish no later than' },
    ...{ MSO: 'Start exactly on', MFO: 'Finish exactly on' },
  },
  moneyDigits: 2,
  itemOf: () => undefined,
  readDay: (text) => (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null),
  newId: () => {
    made += 1
    return `new-${String(made)}`
  },
  now: () => at('2027-01-01'),
}

function resource(id: string, name: string, kind: 'work' | 'machine' | 'material', unitLabel = '') {
  return { id, name, kind, unitLabel, personId: null, skills: id === 'r-ann' ? ['Welding'] : [] }
}

type Known = { readonly item: GridItem & { readonly parentId: string | null }; readonly row: PlanRowView }

const NO_ITEM: Known['item'] = {
  ...{ startsOn: null, dueOn: null, responsibleId: null, rank: '', parentId: null },
}

/** The plan after some calls, as the server carries them out: only the dates do not follow. */
export function after(ground: GridGround, calls: readonly Call[]): GridGround {
  const known = new Map<string, Known>(
    ground.rows.map((row) => {
      const item = { ...NO_ITEM, ...ground.itemOf(row.itemId), parentId: row.parentId }
      return [row.itemId, { row, item }]
    }),
  )
  let { links, assignments } = ground
  for (const call of calls) {
    if (call.name === 'work.createItem') {
      const { id: itemId, containerId: _home, ...given } = call.input
      const item = { ...NO_ITEM, ...defined(given) }
      known.set(itemId, {
        item,
        row: { ...newRow({ itemId, key: itemId, title: given.title }), ...ofRow(given) },
      })
    }
    if (call.name === 'work.changeItem') {
      const { id, patch } = call.input
      change(known, id, ({ item, row }) => ({
        item: { ...item, ...defined(patch) },
        row: { ...row, ...ofRow(patch) },
      }))
    }
    if (call.name === 'schedule.changePlanItem') {
      const { itemId, patch } = call.input
      change(known, itemId, ({ item, row }) => ({ item, row: { ...row, ...defined(patch) } }))
    }
    if (call.name === 'work.relateItems') {
      const usual = { lagUnit: 'workingMin', lag: 0, linkType: 'FS' } as const // Their literals are those of relations.
      const { id, fromId, toId, kind, ...rule } = call.input
      links = [...links, { id, fromId, toId, kind, ...usual, ...defined(rule) }]
    }
    if (call.name === 'work.unrelateItems') links = links.filter(({ id }) => id !== call.input.id)
    if (call.name === 'schedule.assign') {
      const { id, itemId, resourceId, units = 1, alternatives = null } = call.input
      assignments = [...assignments, { id, itemId, resourceId, units, alternatives }]
    }
    if (call.name === 'schedule.unassign') assignments = assignments.filter(({ id }) => id !== call.input.id)
  }
  const outline = numberOutline(
    [...known].map(([itemId, { item, row }]) => ({ itemId, parentId: item.parentId, rank: item.rank, row })),
  )
  const rows = outline.map(({ entry: { row }, ...place }) => ({ ...row, ...place }))
  return groundOf({ ...ground, rows, links, assignments, itemOf: (itemId) => known.get(itemId)?.item })
}

function change(known: Map<string, Known>, itemId: string, make: (all: Known) => Known): void {
  const all = known.get(itemId)
  if (!all) throw new Error(`${itemId} is not there yet`)
  known.set(itemId, make(all))
}

type Patch = Extract<Call, { readonly name: 'work.changeItem' }>['input']['patch']

/** What of an item its row shows. */
function ofRow({ title, effortMin, isMilestone }: Patch) {
  return defined({ title, effortMin, isMilestone })
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }

/** The contract lets optional values be undefined. */
function defined<T extends object>(input: T): Defined<T> {
  // Entries with undefined are gone afterwards, which is what the type says.
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Defined<T>
}

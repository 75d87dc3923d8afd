import type { ImportMapping } from '@millrace/contract'
import { afterAll, expect, test } from 'vitest'
import { createExchangeWorld } from './testing/exchange-world.ts'

const world = await createExchangeWorld()
afterAll(() => world.close())

function task(uid: number, level: number, more: string): string {
  return `<Task><UID>${uid}</UID><ID>${uid}</ID><Name>Task ${uid}</Name><OutlineLevel>${level}</OutlineLevel>
    <Start>2026-01-0${uid}T08:00:00</Start><Finish>2026-01-0${uid}T17:00:00</Finish>${more}</Task>`
}

const link = (uid: number) =>
  `<PredecessorLink><PredecessorUID>${uid}</PredecessorUID><Type>1</Type><LinkLag>4800</LinkLag><LagFormat>7</LagFormat></PredecessorLink>`

const PLAN = `<?xml version="1.0" encoding="UTF-8"?>
<Project xmlns="http://schemas.microsoft.com/project"><Title>Tower</Title><CurrencyCode>EUR</CurrencyCode><CalendarUID>1</CalendarUID>
<Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar><BaseCalendarUID>-1</BaseCalendarUID></Calendar></Calendars>
<Tasks>
${task(1, 1, '<Summary>1</Summary>')}
${task(
  2,
  2,
  `<PercentComplete>100</PercentComplete><Work>PT8H0M0S</Work><Notes>Dig deep</Notes>
  <Baseline><Number>0</Number><Start>2026-01-02T08:00:00</Start><Finish>2026-01-02T17:00:00</Finish></Baseline>`,
)}
${task(3, 2, `<Milestone>1</Milestone><PercentComplete>50</PercentComplete><ConstraintType>4</ConstraintType><ConstraintDate>2026-01-03T08:00:00</ConstraintDate>${link(2)}`)}
${task(4, 1, link(5))}
${task(5, 1, link(4) + link(99))}
</Tasks>
<Resources>
<Resource><UID>1</UID><Name>Ann Lee</Name><Type>1</Type><EmailAddress>ann@example.org</EmailAddress></Resource>
<Resource><UID>2</UID><Name>Bob</Name><Type>1</Type></Resource>
<Resource><UID>3</UID><Name>Concrete</Name><Type>0</Type></Resource>
</Resources>
<Assignments>
<Assignment><UID>1</UID><TaskUID>2</TaskUID><ResourceUID>1</ResourceUID><Units>1</Units><Work>PT2H0M0S</Work></Assignment>
<Assignment><UID>2</UID><TaskUID>2</TaskUID><ResourceUID>2</ResourceUID><Units>1</Units><Work>PT6H0M0S</Work></Assignment>
<Assignment><UID>3</UID><TaskUID>3</TaskUID><ResourceUID>3</ResourceUID><Units>12</Units></Assignment>
</Assignments>
</Project>`

const MAPPING: ImportMapping = {
  target: {
    kind: 'new',
    containerKind: 'project',
    key: 'TWR',
    name: 'Tower',
    subject: null,
    wishedEndState: null,
  },
  columns: [],
  typeId: null,
  people: 'placeholder',
}

const TABLES = [
  'work_item',
  'relation',
  'visit',
  'plan_item',
  'assignment',
  'resource',
  'calendar',
  'baseline',
  'baseline_item',
  'person',
  'container',
]

async function counts(): Promise<Readonly<Record<string, number>>> {
  const entries = await Promise.all(
    TABLES.map(async (table) => [table, (await world.rows(table)).length] as const),
  )
  return Object.fromEntries(entries)
}

test('a project file becomes a project as it stands, and goes without a trace', async () => {
  const before = await counts()
  const { id, profile } = await world.upload(PLAN, 'tower.xml')
  expect(profile).toMatchObject({ format: 'mspdi', title: 'Tower', counts: { tasks: 5, linksLeftOut: 2 } })
  const { plan, fileProblems } = await world.map(id, MAPPING)
  expect(plan?.counts).toMatchObject({
    items: 5,
    subItems: 2,
    milestones: 1,
    done: 1,
    relations: 2,
    placeholders: 2,
    resources: 3,
    assignments: 3,
    baselines: 1,
  })
  expect(Object.keys(fileProblems?.problemCounts ?? {})).toEqual(
    expect.arrayContaining(['mspdi.link_cycle', 'mspdi.link_dangling']),
  )
  await world.run('exchange.startImport', { id })
  await world.drain()
  expect(await world.get(id)).toMatchObject({ state: 'review', failure: null })
  const items = (await world.rows('work_item')).map(({ row }) => row as Record<string, unknown>)
  const people = (await world.rows('person')).map(({ row }) => row as Record<string, unknown>)
  const bob = people.find(({ name }) => name === 'Bob')
  const dig = items.find(({ title }) => title === 'Task 2')
  expect(dig).toMatchObject({
    state_group: 'done',
    description: 'Dig deep',
    effort_min: 480,
    responsible_id: bob?.['id'],
    starts_on: '2026-01-02',
  })
  expect(dig?.['parent_id']).toBe(items.find(({ title }) => title === 'Task 1')?.['id'])
  const planned = (await world.rows('plan_item')).map(({ row }) => row as Record<string, unknown>)
  expect(planned).toHaveLength(5)
  expect(planned.map(({ constraint_kind }) => constraint_kind)).toContain('SNET')
  const relations = (await world.rows('relation')).map(({ row }) => row as Record<string, unknown>)
  expect(relations).toHaveLength(2)
  expect(relations[0]).toMatchObject({ kind: 'precedes', link_type: 'FS', lag: 480, lag_unit: 'workingMin' })
  await world.run('exchange.revertImport', { id })
  await world.drain()
  expect((await world.get(id)).removal?.kept).toEqual([])
  expect(await counts()).toEqual(before)
})

test('a plan only becomes part of a project', async () => {
  const { id } = await world.upload(PLAN, 'tower.xml')
  const target = { ...MAPPING.target, containerKind: 'list' }
  await expect(
    world.run('exchange.mapImport', { id, mapping: { ...MAPPING, target } }),
  ).rejects.toMatchObject({
    refusal: { code: 'exchange.plan_needs_project' },
  })
})

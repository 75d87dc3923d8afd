import { readCsv } from '@millrace/formats/csv'
import { mspdiToPlan, readMspdi } from '@millrace/formats/mspdi'
import { afterAll, expect, test } from 'vitest'
import { makeFile, type Principal } from '../../platform/commands/index.ts'
import { newId } from '../../platform/ids.ts'
import { refusalOf } from '../../platform/testing/scene.ts'
import { exportPlan } from './index.ts'
import { createExchangeWorld } from './testing/exchange-world.ts'

const world = await createExchangeWorld()
afterAll(() => world.close())
const { work, run } = world
await work.database.owner.pool.query(`update organisation set time_zone = 'Europe/Berlin'`)

const tower = newId()
await run('work.createContainer', {
  id: tower,
  kind: 'project',
  key: 'TWR',
  name: 'Tower',
  visibility: 'private',
})

async function addItem(title: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const id = newId()
  await run('work.createItem', { id, containerId: tower, title, ...more })
  return id
}

const ground = await addItem('Ground')
const dig = await addItem('=Dig', { parentId: ground })
const pour = await addItem('Pour', { parentId: ground })
await addItem('Party', { startsOn: '2027-03-13', dueOn: '2027-03-14' })
await run('work.relateItems', { id: newId(), fromId: dig, toId: pour, kind: 'precedes', lag: 240 })
await run('schedule.changePlanSettings', {
  containerId: tower,
  patch: { startsAt: Date.parse('2027-03-01T07:00:00Z') },
})
await run('schedule.changePlanItem', { itemId: dig, containerId: tower, patch: { durationMin: 960 } })
await run('schedule.changePlanItem', {
  itemId: pour,
  containerId: tower,
  patch: { durationMin: 480, deadlineAt: Date.parse('2027-03-05T16:00:00Z') },
})
await world.drain()

async function exported(format: 'xml' | 'ics' | 'csv', as: Principal = work.owner) {
  const pieces: Buffer[] = []
  let name = ''
  const wanted = { download: exportPlan, principal: as, input: { containerId: tower, format } }
  await makeFile(work.database.db, { ...wanted, baseUrl: 'https://mill.example' }, async (file) => {
    name = file.name
    for await (const piece of file.content) pieces.push(Buffer.from(piece))
  })
  return { name, content: Buffer.concat(pieces) }
}

test('as Microsoft Project XML the plan is calculated to the dates it has here', async () => {
  const { name, content } = await exported('xml')
  expect(name).toMatch(/^tower-plan-\d{4}-\d\d-\d\d\.xml$/)
  const read = readMspdi(content)
  if (!read.ok) throw new Error(read.refusal.code)
  const { tasks } = read.value
  expect(tasks.map((task) => [task.name, task.outlineNumber, task.summary, task.manual])).toEqual([
    ['Ground', '1', true, false],
    ['=Dig', '1.1', false, false],
    ['Pour', '1.2', false, false],
    ['Party', '2', false, true],
  ])
  expect(tasks[2]).toMatchObject({
    start: '2027-03-03T13:00:00',
    finish: '2027-03-04T12:00:00',
    deadline: '2027-03-05T17:00:00',
    predecessors: [{ predecessorUid: 2, kind: 'FS', lag: { kind: 'working', minutes: 240 } }],
  })
  const { rows } = mspdiToPlan(read.value)
  expect(rows.map(({ wbs }) => wbs)).toEqual(['1', '1.1', '1.2', '2'])
})

test('as a calendar it has moments for what is planned and days for what people dated', async () => {
  const text = (await exported('ics')).content.toString()
  expect(text).toContain('X-WR-CALNAME:Tower')
  expect(text).toContain(`UID:${pour}@millrace\r\n`)
  expect(text).toContain('DTSTART:20270303T120000Z\r\nDTEND:20270304T110000Z')
  expect(text).toContain('DTSTART;VALUE=DATE:20270313\r\nDTEND;VALUE=DATE:20270315')
  expect(text).not.toContain('Ground')
})

test('as a table it has links by key, lengths in hours, and no formulas', async () => {
  const read = readCsv((await exported('csv')).content, { header: 'none' })
  if (!read.ok) throw new Error(read.refusal.code)
  const rows = read.value.rows.map(({ cells }) => cells)
  expect(rows[0]?.slice(0, 4)).toEqual(['Key', 'WBS', 'Title', 'Start'])
  expect(rows[2]?.slice(0, 3)).toEqual(['TWR-2', '1.1', "'=Dig"])
  expect(rows[3]?.slice(3, 10)).toEqual([
    '2027-03-03T13:00:00+01:00',
    '2027-03-04T12:00:00+01:00',
    '8',
    '0',
    expect.any(String),
    expect.any(String),
    'TWR-2FS+4h',
  ])
})

test('who may not see the project gets nothing of it', async () => {
  const stranger = await work.addPerson('guest', new Map())
  expect(await refusalOf(exported('xml', stranger))).toBe('platform.not_found')
  const viewer = await work.addPerson('guest', new Map([[tower, 'viewer']]))
  expect((await exported('csv', viewer)).content.toString()).toContain('Party')
})

test('with it go rates, who does what and how much of it is done, and all baselines', async () => {
  const crew = newId()
  const resource = { id: crew, containerId: tower, kind: 'work', name: 'Crew', rateMinorPerHour: 4_550 }
  await run('schedule.saveResource', {
    ...resource,
    costPerUseMinor: 2_000,
    availability: [{ fromOn: '2027-03-08', toOn: '2027-03-12', maxUnits: 0.5 }],
    rates: [{ fromOn: '2027-04-01', rateMinorPerHour: 5_000, costPerUseMinor: null }],
  })
  const assignment = newId()
  await run('schedule.assign', { id: assignment, containerId: tower, itemId: dig, resourceId: crew })
  await run('schedule.takeBaseline', { id: newId(), containerId: tower, name: 'Agreed' })
  await run('schedule.changePlanItem', { itemId: dig, containerId: tower, patch: { durationMin: 1_440 } })
  await world.drain()
  await run('schedule.takeBaseline', { id: newId(), containerId: tower, name: 'Agreed anew' })
  const read = readMspdi((await exported('xml')).content)
  if (!read.ok) throw new Error(read.refusal.code)
  const { tasks, resources, assignments } = read.value
  expect(resources).toMatchObject([
    {
      ...{ name: 'Crew', standardRate: { amount: 45.5, shownPer: 'hour' }, costPerUseMinor: 2_000 },
      rates: [
        { table: 0, from: undefined, to: '2027-04-01T00:00:00', standardRate: { amount: 45.5 } },
        { table: 0, from: '2027-04-01T00:00:00', to: undefined, standardRate: { amount: 50 } },
      ],
      availability: [
        { from: undefined, to: '2027-03-07T23:59:00', units: 1 },
        { from: '2027-03-08T00:00:00', to: '2027-03-12T23:59:00', units: 0.5 },
        { from: '2027-03-13T00:00:00', to: undefined, units: 1 },
      ],
    },
  ])
  const work = { measure: 'remaining-work', start: '2027-03-01T08:00:00', finish: '2027-03-03T17:00:00' }
  expect(assignments).toMatchObject([
    {
      ...{ taskUid: 2, workMin: 1_440, actualWorkMin: 0, remainingWorkMin: 1_440 },
      timephased: [{ ...work, amount: 1_440 }],
    },
  ])
  expect(tasks[1]?.baselines).toMatchObject([
    { number: 1, finish: '2027-03-02T17:00:00' },
    { number: 0, finish: '2027-03-03T17:00:00' },
  ])
})

test('hammocks stay hammocks, and gates are milestones with all that is known of them', async () => {
  const crane = await addItem('Crane')
  await run('schedule.changePlanItem', { itemId: crane, containerId: tower, patch: { isHammock: true } })
  await run('work.relateItems', { id: newId(), fromId: dig, toId: crane, kind: 'precedes', linkType: 'SS' })
  await run('work.relateItems', { id: newId(), fromId: pour, toId: crane, kind: 'precedes', linkType: 'FF' })
  const phaseId = newId()
  await run('schedule.addPhase', { id: phaseId, containerId: tower, name: 'Shell', state: 'current' })
  const criteria = [{ id: newId(), text: 'The roof is tight' }]
  const gate = { name: 'Shell accepted', dueOn: '2027-03-12', deciderId: null, criteria }
  await run('schedule.saveGate', { phaseId, containerId: tower, ...gate })
  await world.drain()
  const read = readMspdi((await exported('xml')).content)
  if (!read.ok) throw new Error(read.refusal.code)
  expect(read.value.tasks.at(-1)).toMatchObject({
    ...{ name: 'Shell accepted', milestone: true, manual: true, finish: '2027-03-12T17:00:00' },
    notes: 'Shell\n[ ] The roof is tight',
  })
  const { input, rows } = mspdiToPlan(read.value)
  const hammocks = rows.filter((_, place) => input.tasks[place]?.kind === 'hammock')
  expect(hammocks.map(({ name }) => name)).toEqual(['Crane'])
})

test('as a table it has what packages say of effort, duration, people and cost', async () => {
  const phaseId = newId()
  await run('schedule.addPhase', { id: phaseId, containerId: tower, name: 'Interior' })
  const doors = newId()
  await run('work.createItem', {
    ...{ id: doors, containerId: tower, title: 'Doors', effortLowMin: 600, effortHighMin: 1_200 },
  })
  await run('schedule.placeInPhase', { itemId: doors, phaseId })
  await run('schedule.setPackage', {
    ...{ itemId: doors, durationLowMin: 480, durationHighMin: 960, peopleLow: 2, peopleHigh: 4 },
    ...{ costLowMinor: 100_050, costHighMinor: 250_000 },
  })
  const read = readCsv((await exported('csv')).content, { header: 'none' })
  if (!read.ok) throw new Error(read.refusal.code)
  const rows = read.value.rows.map(({ cells }) => cells)
  const at = rows[0]?.indexOf('Phase')
  expect(rows[0]?.slice(at)).toEqual([
    ...['Phase', 'Effort (h)', 'Least effort (h)', 'Most effort (h)', 'Least duration (h)'],
    ...['Most duration (h)', 'Fewest people', 'Most people', 'Least cost (EUR)', 'Most cost (EUR)'],
  ])
  expect(rows.find(([, , title]) => title === 'Doors')?.slice(at)).toEqual([
    ...['Interior', '', '10', '20', '8', '16', '2', '4', '1000.50', '2500.00'],
  ])
})

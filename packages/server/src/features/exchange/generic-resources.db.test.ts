import { readMspdi } from '@millrace/formats/mspdi'
import { afterAll, expect, test } from 'vitest'
import { makeFile } from '../../platform/commands/index.ts'
import { exportPlan } from './index.ts'
import { createExchangeWorld } from './testing/exchange-world.ts'

const world = await createExchangeWorld()
afterAll(() => world.close())

const resource = (uid: number, name: string, more: string) =>
  `<Resource><UID>${uid}</UID><Name>${name}</Name><Type>1</Type>${more}</Resource>`
const assignment = (uid: number, resourceUid: number) =>
  `<Assignment><UID>${uid}</UID><TaskUID>1</TaskUID><ResourceUID>${resourceUid}</ResourceUID><Units>1</Units><Work>PT8H0M0S</Work></Assignment>`

const PLAN = `<?xml version="1.0" encoding="UTF-8"?>
<Project xmlns="http://schemas.microsoft.com/project"><Title>Tower</Title><CalendarUID>1</CalendarUID>
<Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar><BaseCalendarUID>-1</BaseCalendarUID></Calendar></Calendars>
<Tasks><Task><UID>1</UID><ID>1</ID><Name>Wiring</Name><OutlineLevel>1</OutlineLevel>
<Start>2026-01-05T08:00:00</Start><Finish>2026-01-05T17:00:00</Finish><Duration>PT8H0M0S</Duration></Task></Tasks>
<Resources>${resource(1, 'Electrician', '<IsGeneric>1</IsGeneric>')}
${resource(2, 'Fitter', '<IsGeneric>1</IsGeneric><MaxUnits>3</MaxUnits>')}</Resources>
<Assignments>${assignment(1, 1)}${assignment(2, 2)}</Assignments></Project>`

test('a generic resource of a project file is a skill here where that loses nothing, and goes out as one', async () => {
  const { id } = await world.upload(PLAN, 'tower.xml')
  const target = { kind: 'new', containerKind: 'project', key: 'TWR', name: 'Tower' } as const // One of the kinds.
  const mapping = { target: { ...target, subject: null, wishedEndState: null }, columns: [], typeId: null }
  await world.map(id, { ...mapping, people: 'placeholder' })
  await world.run('exchange.startImport', { id })
  await world.drain()
  const rows = async (table: Parameters<typeof world.rows>[0]) =>
    (await world.rows(table)).map(({ row }) => row as Record<string, unknown>)
  const [fitter, ...others] = await rows('resource')
  expect([fitter, others]).toMatchObject([{ name: 'Fitter', max_units: 3 }, []])
  const kept = (await rows('assignment')).map((row) => [row['resource_id'], row['alternative_skill']])
  expect(kept).toEqual(
    expect.arrayContaining([
      [null, 'Electrician'],
      [fitter?.['id'], null],
    ]),
  )
  const containerId = String((await rows('plan_item'))[0]?.['project_id'])
  const pieces: Buffer[] = []
  const wanted = {
    download: exportPlan,
    principal: world.work.owner,
    input: { containerId, format: 'xml' },
  } as const // One of the formats.
  await makeFile(world.work.database.db, { ...wanted, baseUrl: 'https://mill.example' }, async (file) => {
    for await (const piece of file.content) pieces.push(Buffer.from(piece))
  })
  const read = readMspdi(Buffer.concat(pieces))
  if (!read.ok) throw new Error(read.refusal.code)
  const { resources, assignments } = read.value
  expect(resources.map(({ name, generic }) => [name, generic])).toEqual([
    ['Fitter', false],
    ['Electrician', true],
  ])
  expect(new Set(assignments.map(({ resourceUid, workMin }) => `${resourceUid} ${workMin}`))).toEqual(
    new Set(['1 480', '2 480']),
  )
})

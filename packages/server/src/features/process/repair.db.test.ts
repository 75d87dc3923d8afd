import { afterAll, beforeEach, expect, test } from 'vitest'
import { createRegistry } from '../../platform/commands/index.ts'
import { newId } from '../../platform/ids.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { notifyQueries, notifyReactions } from '../notify/index.ts'
import { workCommands, workQueries } from '../work/index.ts'
import { createBulkJobs, processCommands, processQueries, processReactions } from './index.ts'
import { BULK_JOB } from './jobs/bulk-job-kind.ts'

const offers = {
  commands: [...workCommands, ...processCommands],
  queries: [...workQueries, ...processQueries, ...notifyQueries],
  reactions: [...processReactions, ...notifyReactions],
}
const scene = await Scene.open(offers)
afterAll(() => scene.close())
beforeEach(() => {
  scene.now = Date.parse('2026-03-02T09:00:00Z')
})

async function workOff(): Promise<void> {
  const registry = createRegistry(offers.commands, offers.queries, offers.reactions)
  const handle = createBulkJobs({ db: scene.database.db, registry, onCommitted: () => {} }).get(BULK_JOB)
  // The columns of the table are what a worker reads.
  const jobs = (await scene.sql('delete from job where kind = $1 returning *', [
    BULK_JOB,
  ])) as unknown as Job[]
  for (const job of jobs) await handle?.(job, new AbortController().signal)
}

const flow = (from: string, to: string, condition = '') =>
  `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${
    condition && `<bpmn:conditionExpression>${condition}</bpmn:conditionExpression>`
  }</bpmn:sequenceFlow>`

const bpmn = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:test">
<bpmn:process id="request" isExecutable="true">${inside}</bpmn:process></bpmn:definitions>`

/** Costs decide the way; without them nothing can be decided. */
const deciding = bpmn(`<bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="g" name="Costly?"/>
<bpmn:userTask id="approve" name="Approve"/><bpmn:userTask id="do" name="Do"/><bpmn:endEvent id="e"/>
${flow('s', 'g')}${flow('g', 'approve', 'cost &gt; 500')}${flow('g', 'do', 'cost &lt;= 500')}
${flow('approve', 'do')}${flow('do', 'e')}`)

/** Somebody looks first; the costs are still not said. */
const checkedFirst = bpmn(`<bpmn:startEvent id="s"/><bpmn:userTask id="check" name="Check"/>
<bpmn:exclusiveGateway id="g" name="Costly?"/><bpmn:endEvent id="e"/>
${flow('s', 'check')}${flow('check', 'g')}${flow('g', 'e', 'cost &lt;= 500')}`)

const inLine = (...steps: readonly (readonly [string, string])[]) => {
  const ids = ['s', ...steps.map(([id]) => id), 'e']
  return bpmn(`<bpmn:startEvent id="s"/><bpmn:endEvent id="e"/>
${steps.map(([id, name]) => `<bpmn:userTask id="${id}" name="${name}"/>`).join('')}
${ids
  .slice(1)
  .map((id, place) => flow(ids[place] ?? '', id))
  .join('')}`)
}

async function open(xml: string): Promise<string> {
  const containerId = await scene.addContainer('process')
  await scene.run('manager', 'process.publishModel', { containerId, xml })
  return containerId
}

async function start(containerId: string, title = 'Lift repair', values: Record<string, number> = {}) {
  return (
    await scene.run('contributor', 'process.startInstance', { id: newId(), containerId, title, values })
  ).id
}

const standingOf = async (id: string) => (await scene.ask('viewer', 'process.getStanding', { id })).standing
const placesOf = async (id: string) =>
  (await standingOf(id)).tokens.map(({ elementId, why }) => `${elementId} ${why}`)
const stuckTokenOf = async (id: string) =>
  (await standingOf(id)).tokens.find(({ why }) => why === 'stuck')?.id ?? 0

const reason = 'The form was sent without costs.'

test('an instance that is stuck is seen with its cause, gets the missing value, and goes on when it is tried again', async () => {
  const containerId = await open(deciding)
  const id = await start(containerId)
  const { incidents } = await scene.ask('viewer', 'process.listIncidents', { containerId })
  expect(incidents).toMatchObject([
    { instanceId: id, elementId: 'g', elementName: 'Costly?', kind: 'expression' },
  ])
  await scene.run('manager', 'process.writeValues', { id, values: { cost: 900 }, reason })
  const act = { kind: 'retry' as const, tokenId: await stuckTokenOf(id) }
  await scene.run('manager', 'process.repairInstance', { id, act, reason: 'Now it has them.' })
  expect(await placesOf(id)).toEqual(['approve person'])
  expect((await scene.ask('viewer', 'process.listIncidents', { containerId })).incidents).toEqual([])
  const { entries } = await scene.ask('viewer', 'process.listHistory', { id })
  expect(entries.map(({ command, reason: why }) => [command, why])).toEqual([
    ['retry', 'Now it has them.'],
    ['write', reason],
    ['start', null],
  ])
  expect(entries[0]).toMatchObject({ actor: { kind: 'person' }, elementName: 'Costly?' })
  const { changes } = await scene.ask('viewer', 'process.listValueChanges', { id })
  expect(changes).toMatchObject([{ name: 'cost', from: null, to: 900, reason, elementName: '' }])
})

test('incidents of one cause are one line, of whatever one sees', async () => {
  const containerId = await open(deciding)
  await start(containerId, 'One')
  await start(containerId, 'Two')
  const { groups } = await scene.ask('viewer', 'process.groupIncidents', {})
  expect(groups.filter((group) => group.containerId === containerId)).toMatchObject([
    { elementId: 'g', count: 2, instanceCount: 2 },
  ])
  const first = await scene.ask('viewer', 'process.listIncidents', { containerId, limit: 1 })
  const second = await scene.ask('viewer', 'process.listIncidents', {
    ...{ containerId, limit: 1 },
    cursor: first.next ?? '',
  })
  expect([...first.incidents, ...second.incidents].map(({ title }) => title).toSorted()).toEqual([
    'One',
    'Two',
  ])
})

test('the owner of the process hears of a cause once, not of each instance', async () => {
  const containerId = await open(checkedFirst)
  await scene.sql('update container set owner_id = $2 where id = $1', [
    containerId,
    scene.personId('manager'),
  ])
  const stick = async (title: string) => {
    const [work] = (await standingOf(await start(containerId, title))).work
    await scene.run('contributor', 'process.completeStep', { itemId: work?.itemId ?? '' })
  }
  await stick('One')
  await stick('Two')
  const { notifications } = await scene.ask('manager', 'notify.listNotifications', {})
  const told = notifications.flatMap(({ events }) => events).filter(({ facts }) => facts['is'] === 'stuck')
  expect(told).toMatchObject([{ kind: 'alert', facts: { title: 'One' } }])
  const others = await scene.ask('contributor', 'notify.listNotifications', {})
  expect(others.notifications.flatMap(({ events }) => events).filter(({ kind }) => kind === 'alert')).toEqual(
    [],
  )
})

test('late is what is longer at a step than expected there, and what is past its day', async () => {
  const expected =
    '<bpmn:extensionElements><millrace:work xmlns:millrace="urn:millrace:bpmn" expectedMin="60"/></bpmn:extensionElements>'
  const containerId = await open(
    inLine(['look', 'Look'], ['fix', 'Fix']).replace(
      '<bpmn:userTask id="look" name="Look"/>',
      `<bpmn:userTask id="look" name="Look">${expected}</bpmn:userTask>`,
    ),
  )
  const ago = (minutes: number) => Date.now() - minutes * 60_000
  scene.now = ago(90)
  await start(containerId, 'Slow')
  scene.now = ago(30)
  await start(containerId, 'In time')
  const due = { containerId, title: 'Promised', dueAt: ago(10) }
  await scene.run('contributor', 'process.startInstance', { id: newId(), ...due })
  const { instances } = await scene.ask('viewer', 'process.listInstances', { containerId, trouble: 'late' })
  expect(instances.map(({ title }) => title)).toEqual(['Promised', 'Slow'])
})

test('whoever owns a process hears of an instance that is stuck before it ever had an item, and is led to it', async () => {
  const containerId = await open(deciding)
  await scene.sql('update container set owner_id = $1 where id = $2', [
    scene.personId('manager'),
    containerId,
  ])
  const id = await start(containerId, 'Never an item')
  const { notifications } = await scene.ask('manager', 'notify.listNotifications', {})
  expect(notifications.find(({ about }) => about.kind === 'instance')).toMatchObject({
    ...{
      about: { kind: 'instance', instanceId: id },
      title: 'Never an item',
      containerId,
      reason: 'addressed',
    },
    events: [{ kind: 'alert', facts: { is: 'stuck', title: 'Never an item' } }],
  })
  await scene.sql('update container set owner_id = null where id = $1', [containerId])
})

test('who does not manage the process repairs nothing, and who does not see it learns nothing', async () => {
  const containerId = await open(deciding)
  const id = await start(containerId)
  const write = { id, values: { cost: 1 }, reason }
  expect(await refusalOf(scene.run('contributor', 'process.writeValues', write))).toBe('platform.not_allowed')
  expect(await refusalOf(scene.run('stranger', 'process.writeValues', write))).toBe('platform.not_found')
  expect(await refusalOf(scene.ask('stranger', 'process.getStanding', { id }))).toBe('platform.not_found')
  expect(await refusalOf(scene.ask('stranger', 'process.listHistory', { id }))).toBe('platform.not_found')
  expect(await refusalOf(scene.ask('stranger', 'process.listIncidents', { containerId }))).toBe(
    'platform.not_found',
  )
  const { groups } = await scene.ask('stranger', 'process.groupIncidents', {})
  expect(groups.filter((group) => group.containerId === containerId)).toEqual([])
  const bulk = { id: newId(), containerId, which: { filter: {} }, act: { kind: 'retry' as const }, reason }
  expect(await refusalOf(scene.run('contributor', 'process.repairInstances', bulk))).toBe(
    'platform.not_allowed',
  )
})

test('what does not fit is refused by name, and leaves the instance as it was', async () => {
  const containerId = await open(deciding)
  const id = await start(containerId, 'Lift', { cost: 900 })
  const [token] = (await standingOf(id)).tokens
  const tokenId = token?.id ?? 0
  const refused = async (
    act: { kind: 'retry' | 'skip'; tokenId: number } | { kind: 'move'; tokenId: number; to: string },
  ) => await refusalOf(scene.run('manager', 'process.repairInstance', { id, act, reason }))
  expect(await refused({ kind: 'retry', tokenId })).toBe('process.not_stuck')
  expect(await refused({ kind: 'skip', tokenId: 9999 })).toBe('process.repair_gone')
  expect(await refused({ kind: 'move', tokenId, to: 'nowhere' })).toBe('process.no_such_place')
  expect(await placesOf(id)).toEqual(['approve person'])
  await scene.run('manager', 'process.repairInstance', { id, act: { kind: 'cancel' }, reason })
  expect(await refused({ kind: 'skip', tokenId })).toBe('process.instance_over')
})

test('a token that is moved takes its work along: the old item is archived, the new one opened', async () => {
  const containerId = await open(deciding)
  const id = await start(containerId, 'Lift', { cost: 900 })
  const [before] = (await standingOf(id)).work
  const [token] = (await standingOf(id)).tokens
  const act = { kind: 'move' as const, tokenId: token?.id ?? 0, to: 'do' }
  await scene.run('manager', 'process.repairInstance', { id, act, reason })
  expect(await placesOf(id)).toEqual(['do person'])
  const { item } = await scene.ask('viewer', 'work.getItem', { item: before?.itemId ?? '' })
  expect(item.archivedAt).not.toBeNull()
  expect((await standingOf(id)).work.map(({ stepName }) => stepName)).toEqual(['Approve', 'Do'])
})

test('many are repaired at once with one reason; what cannot be stays and is named', async () => {
  const containerId = await open(deciding)
  const stuck = [await start(containerId, 'One'), await start(containerId, 'Two')]
  const well = await start(containerId, 'Three', { cost: 1 })
  const bulkId = newId()
  const act = { kind: 'write' as const, values: { cost: 10 }, retries: true }
  const which = { filter: { trouble: 'incident' as const } }
  await scene.run('manager', 'process.repairInstances', { id: bulkId, containerId, which, act, reason })
  await workOff()
  expect(await scene.ask('viewer', 'process.getBulk', { id: bulkId })).toMatchObject({
    ...{ state: 'finished', total: 2, done: 2, refused: 0, kind: 'write' },
  })
  for (const id of [...stuck, well]) expect(await placesOf(id)).toEqual(['do person'])
  const again = newId()
  const retry = { id: again, containerId, which: { ids: stuck }, act: { kind: 'retry' as const }, reason }
  await scene.run('manager', 'process.repairInstances', retry)
  await workOff()
  const outcome = await scene.ask('viewer', 'process.getBulk', { id: again })
  expect(outcome).toMatchObject({ done: 2, refused: 2 })
  expect(outcome.refusals.map(({ code, title }) => `${title} ${code}`).toSorted()).toEqual([
    'One gone',
    'Two gone',
  ])
})

test('a bulk act that is stopped goes no further, and one that is over is not stopped', async () => {
  const containerId = await open(deciding)
  const id = await start(containerId)
  const bulkId = newId()
  const act = { kind: 'cancel' as const }
  await scene.run('manager', 'process.repairInstances', {
    id: bulkId,
    containerId,
    which: { ids: [id] },
    act,
    reason,
  })
  await scene.run('manager', 'process.stopBulk', { id: bulkId })
  await workOff()
  expect((await scene.ask('viewer', 'process.getStanding', { id })).instance.state).toBe('running')
  expect(await refusalOf(scene.run('manager', 'process.stopBulk', { id: bulkId }))).toBe('process.bulk_over')
  const { bulks } = await scene.ask('viewer', 'process.listBulks', { containerId })
  expect(bulks).toMatchObject([{ id: bulkId, state: 'stopped' }])
})

async function twoVersions() {
  const containerId = await open(inLine(['check', 'Check'], ['pay', 'Pay']))
  const [one, two, three] = [
    await start(containerId, 'One'),
    await start(containerId, 'Two'),
    await start(containerId, 'Three'),
  ] as const
  const [work] = (await standingOf(three)).work
  await scene.run('contributor', 'process.completeStep', { itemId: work?.itemId ?? '' })
  await scene.run('manager', 'process.publishModel', {
    containerId,
    xml: inLine(['look', 'Check'], ['sign', 'Sign'], ['bill', 'Settle']),
  })
  return { containerId, one, two, three }
}

test('a migration is tried dry first, then done for those that can, each as a whole', async () => {
  const { containerId, one, two, three } = await twoVersions()
  const { elements } = await scene.ask('viewer', 'process.suggestMigration', { containerId, from: 1, to: 2 })
  expect(elements.filter(({ count }) => count > 0)).toMatchObject([
    { id: 'check', to: 'look', why: 'same-name', count: 2 },
    { id: 'pay', to: null, why: 'none', count: 1 },
  ])
  const dry = await scene.ask('viewer', 'process.checkMigration', { containerId, to: 2, plan: 'check>look' })
  expect(dry.reports.map(({ title, problems }) => [title, problems.map(({ kind }) => kind)])).toEqual([
    ['One', []],
    ['Two', []],
    ['Three', ['no-target']],
  ])
  expect((await standingOf(one)).modelNumber).toBe(1)
  const [before] = (await standingOf(one)).work
  const bulkId = newId()
  const input = {
    id: bulkId,
    containerId,
    which: { ids: [one, three] },
    to: 2,
    plan: { check: 'look' },
    reason,
  }
  await scene.run('manager', 'process.migrateInstances', input)
  await workOff()
  const outcome = await scene.ask('viewer', 'process.getBulk', { id: bulkId })
  expect(outcome).toMatchObject({ kind: 'migrate', state: 'finished', done: 2, refused: 1 })
  expect(outcome.refusals).toMatchObject([{ title: 'Three', code: 'no-target', at: 'pay' }])
  const standing = await standingOf(one)
  expect(standing).toMatchObject({ modelNumber: 2, work: [{ itemId: before?.itemId, closedAt: null }] })
  expect((await standingOf(two)).modelNumber).toBe(1)
  expect((await standingOf(three)).modelNumber).toBe(1)
  await scene.run('contributor', 'process.completeStep', { itemId: before?.itemId ?? '' })
  expect(await placesOf(one)).toEqual(['sign person'])
  const { entries } = await scene.ask('viewer', 'process.listHistory', { id: one })
  expect(entries.map(({ command, modelNumber }) => `${command} ${String(modelNumber)}`)).toEqual([
    'complete 2',
    'migrate 2',
    'start 1',
  ])
})

test('a plan that names what is not there is refused before anything begins', async () => {
  const { containerId, one } = await twoVersions()
  const input = { id: newId(), containerId, which: { ids: [one] }, to: 2, plan: { check: 'lok' }, reason }
  expect(await refusalOf(scene.run('manager', 'process.migrateInstances', input))).toBe(
    'process.plan_unknown_element',
  )
  expect(await refusalOf(scene.run('manager', 'process.migrateInstances', { ...input, to: 9 }))).toBe(
    'platform.not_found',
  )
  expect(await refusalOf(scene.run('contributor', 'process.migrateInstances', input))).toBe(
    'platform.not_allowed',
  )
})

test('an instance shows who did what for how long, and what its items sum up to', async () => {
  const { three } = await twoVersions()
  const [done, open] = (await standingOf(three)).work
  await scene.sql('update work_item set effort_min = 90 where id = $1', [done?.itemId])
  const standing = await standingOf(three)
  expect(standing.work).toMatchObject([
    { stepName: 'Check', closedAt: scene.now },
    { stepName: 'Pay', closedAt: null },
  ])
  expect(standing.sums).toMatchObject({ effortMin: 90, spentMin: 0, fileCount: 0 })
  expect(standing.tokens).toMatchObject([{ elementId: 'pay', why: 'person', itemId: open?.itemId }])
})

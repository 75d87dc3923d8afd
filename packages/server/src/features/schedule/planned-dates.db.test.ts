import { afterAll, expect, test } from 'vitest'
import { createRegistry } from '../../platform/commands/index.ts'
import { newId } from '../../platform/ids.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { workCommands, workQueries } from '../work/index.ts'
import { createReplanJobs, scheduleCommands, scheduleQueries, scheduleReactions } from './index.ts'
import { REPLAN_JOB } from './outdate-plans.ts'

const offers = {
  commands: [...workCommands, ...scheduleCommands],
  queries: [...workQueries, ...scheduleQueries],
  reactions: scheduleReactions,
}
const scene = await Scene.open(offers)
afterAll(() => scene.close())

const at = (day: string, hour = 0) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000

async function workOff(): Promise<void> {
  const registry = createRegistry(offers.commands, offers.queries, offers.reactions)
  const jobs = await scene.sql('delete from job where kind = $1 returning *', [REPLAN_JOB])
  const handler = createReplanJobs({ db: scene.database.db, registry, onCommitted: () => {} }).get(REPLAN_JOB)
  // The columns of the table are what a worker reads.
  for (const job of jobs as unknown as Job[]) await handler?.(job, new AbortController().signal)
}

/** A summary with a task of two days in it, and a milestone after it. */
async function openProject() {
  const containerId = await scene.addContainer('project')
  await scene.sql('update container set starts_on = $2 where id = $1', [containerId, '2026-03-02'])
  const [part, task, end, own] = [newId(), newId(), newId(), newId()]
  const add = (id: string, more: object = {}) =>
    scene.run('contributor', 'work.createItem', { id, containerId, title: 'Step', ...more })
  await add(part)
  await add(task, { parentId: part, effortMin: 960 })
  await add(end, { isMilestone: true })
  await add(own, { dueOn: '2026-03-02' })
  const link = { id: newId(), fromId: task, toId: end, kind: 'precedes' as const } // One of the kinds.
  await scene.run('contributor', 'work.relateItems', link)
  await workOff()
  return { containerId, part, task, end, own, link: link.id }
}

test('planned dates of several projects come together, with what they wait for; own days stay with the items', async () => {
  const [one, other] = [await openProject(), await openProject()]
  const containerIds = `${one.containerId},${other.containerId}`
  const { rows, links } = await scene.ask('viewer', 'schedule.listPlannedDates', { containerIds })
  const byId = new Map(rows.map((row) => [row.itemId, row]))
  for (const project of [one, other]) {
    const span = { startAt: at('2026-03-02', 8), finishAt: at('2026-03-03', 17) }
    expect(byId.get(project.task)).toMatchObject({ ...span, isCritical: true, totalFloatMin: 0 })
    expect(byId.get(project.part)).toMatchObject(span)
    expect(byId.get(project.end)).toMatchObject({ startAt: span.finishAt, finishAt: span.finishAt })
    expect(byId.has(project.own)).toBe(false)
  }
  expect(new Set(links.map(({ id }) => id))).toEqual(new Set([one.link, other.link]))
})

test('what is no id is refused', async () => {
  const asked = { containerIds: '-'.repeat(36) }
  expect(await refusalOf(scene.ask('viewer', 'schedule.listPlannedDates', asked))).toBe(
    'platform.input_wrong',
  )
})

test('projects that somebody does not see are left out', async () => {
  const { containerId } = await openProject()
  const asked = { containerIds: containerId }
  expect(await scene.ask('stranger', 'schedule.listPlannedDates', asked)).toEqual({ rows: [], links: [] })
})

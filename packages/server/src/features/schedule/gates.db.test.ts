import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { workCommands, workQueries } from '../work/index.ts'
import { scheduleCommands, scheduleQueries, scheduleReactions } from './index.ts'

const scene = await Scene.open({
  commands: [...workCommands, ...scheduleCommands],
  queries: [...workQueries, ...scheduleQueries],
  reactions: scheduleReactions,
})
afterAll(() => scene.close())

type Who = 'manager' | 'contributor' | 'viewer' | 'stranger'
type More = Readonly<Record<string, unknown>>

const CRITERIA = [
  { id: 'roof', text: 'The roof is tight' },
  { id: 'client', text: 'The client has signed' },
]

const saveGate = (phaseId: string, more: More = {}, who: Who = 'manager') =>
  scene.run(who, 'schedule.saveGate', {
    ...{ phaseId, name: 'Shell accepted', dueOn: null, deciderId: null, criteria: CRITERIA },
    ...more,
  })
const tick = (phaseId: string, criterionId: string, who: Who = 'contributor') =>
  scene.run(who, 'schedule.tickCriterion', { phaseId, criterionId, isMet: true })
const decide = (phaseId: string, more: More = {}, who: Who = 'manager') =>
  scene.run(who, 'schedule.decideGate', { phaseId, decisionId: newId(), outcome: 'pass', ...more })
const promote = (id: string) => scene.run('manager', 'schedule.promotePhase', { id, baselineId: newId() })
const getPlan = (containerId: string) => scene.ask('viewer', 'schedule.getPlan', { containerId })

/** A project whose current phase ends with a gate, and a later phase behind it. */
async function openProject(more: More = {}) {
  const containerId = await scene.addContainer('project')
  const add = async (state: 'current' | 'later', rank: string) => {
    const phase = { id: newId(), containerId, name: `Phase ${rank}`, rank, state }
    return (await scene.run('manager', 'schedule.addPhase', phase)).id
  }
  const [current, later] = [await add('current', 'a0'), await add('later', 'a1')]
  await saveGate(current, more)
  return { containerId, current, later }
}

test('the next phase is promoted through the gate of the one before it', async () => {
  const { containerId, current, later } = await openProject()
  const close = () =>
    scene.run('manager', 'schedule.changePhase', { id: current, patch: { state: 'closed' } })
  const held = async () => [await refusalOf(promote(later)), await refusalOf(close())]
  expect(await held()).toEqual(['schedule.gate_not_passed', 'schedule.gate_not_passed'])
  expect(await refusalOf(decide(current))).toBe('schedule.gate_criteria_open')
  expect(await refusalOf(decide(current, { outcome: 'hold' }))).toBe('schedule.gate_reason_needed')
  await decide(current, { outcome: 'hold', reason: 'Rain' })
  expect(await held()).toEqual(['schedule.gate_not_passed', 'schedule.gate_not_passed'])
  await tick(current, 'roof')
  await tick(current, 'client')
  await decide(current, { decidedOn: '2026-01-05' })
  await promote(later)
  await close()
  const { phases, baselines } = await getPlan(containerId)
  expect([phases.map(({ state }) => state), baselines.length]).toEqual([['closed', 'next'], 1])
  expect(phases[0]?.gate?.decisions).toMatchObject([
    {
      outcome: 'hold',
      reason: 'Rain',
      decidedBy: scene.personId('manager'),
      criteria: [{ isMet: false }, { isMet: false }],
    },
    { outcome: 'pass', decidedOn: '2026-01-05', criteria: [{ isMet: true }, { isMet: true }] },
  ])
  expect(phases[1]?.gate).toBeNull()
})

test('whoever is named decides, even if they only look on; nobody else does', async () => {
  const { current } = await openProject({ deciderId: scene.personId('viewer'), criteria: [] })
  const as = (who: Who) => refusalOf(decide(current, {}, who))
  expect([await as('manager'), await as('contributor'), await as('stranger')]).toEqual([
    'schedule.gate_not_yours',
    'schedule.gate_not_yours',
    'platform.not_found',
  ])
  const { gate } = await decide(current, { outcome: 'conditions', reason: 'The stairs by May' }, 'viewer')
  expect(gate?.decisions).toMatchObject([{ decidedBy: scene.personId('viewer'), outcome: 'conditions' }])
})

test('gates are planned by managers, and ticked by whoever works there', async () => {
  const { current } = await openProject()
  const planned = (who: Who) => refusalOf(saveGate(current, {}, who))
  expect([await planned('contributor'), await planned('stranger')]).toEqual([
    'platform.not_allowed',
    'platform.not_found',
  ])
  const ticked = (who: Who) => refusalOf(tick(current, 'roof', who))
  expect([await ticked('viewer'), await ticked('stranger')]).toEqual([
    'platform.not_allowed',
    'platform.not_found',
  ])
  expect(await refusalOf(tick(current, 'nothing'))).toBe('platform.not_found')
  await tick(current, 'roof')
  const { gate } = await saveGate(current, {
    name: 'Shell and roof',
    criteria: [...CRITERIA, { id: 'fence', text: 'Fenced' }],
  })
  expect(gate?.criteria.map(({ isMet }) => isMet)).toEqual([true, false, false])
  expect(await refusalOf(saveGate(current, { dueOn: '2026-02-30' }))).toBe('work.date_wrong')
})

test('a gate goes as long as nothing was decided at it, and a phase with it', async () => {
  const { containerId, current, later } = await openProject({ criteria: [] })
  const remove = (phaseId: string) => scene.run('manager', 'schedule.removeGate', { phaseId })
  await saveGate(later)
  await remove(later)
  expect(await refusalOf(remove(later))).toBe('platform.not_found')
  await saveGate(later)
  await scene.run('manager', 'schedule.removePhase', { id: later })
  await scene.newEvents()
  await decide(current)
  expect((await scene.newEvents()).map(({ kind }) => kind)).toEqual(['schedule.gate_decided'])
  expect(await refusalOf(remove(current))).toBe('schedule.gate_decided')
  expect(await refusalOf(scene.run('manager', 'schedule.removePhase', { id: current }))).toBe(
    'schedule.gate_decided',
  )
  expect((await getPlan(containerId)).phases.map(({ id }) => id)).toEqual([current])
})

test('a decision is kept once', async () => {
  const { current } = await openProject({ criteria: [] })
  const decisionId = newId()
  await decide(current, { decisionId })
  const again = { decisionId, outcome: 'stop', reason: 'No money' }
  expect(await refusalOf(decide(current, again))).toBe('platform.exists')
})

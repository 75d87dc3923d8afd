import { replayCase } from '@millrace/core/case'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf } from '../../platform/testing/scene.ts'
import { compilePlan, graphAt } from './graphs.ts'
import { findHistories } from './queries/find-plans.ts'
import { CaseLab, idOf, openCases, when } from './testing/plan-scene.ts'

const scene = await openCases()
afterAll(() => scene.close())

test('a case without a plan is empty, and its items are worked on all the same', async () => {
  const lab = await CaseLab.open(scene)
  const itemId = await lab.addLooseItem('Call the tenant')
  expect(await lab.plan()).toMatchObject({ status: 'active', items: [], loose: [itemId], lastSeq: 0 })
})

test('steps that are added open items; what is done there goes on here', async () => {
  const lab = await CaseLab.open(scene)
  await lab.add({ name: 'Report' })
  await lab.add({ name: 'Offer', entry: [when('Report')] })
  expect(await lab.places()).toEqual({ now: ['Report'], later: ['Offer'] })
  const [part] = (await lab.entry('Offer')).waitsFor[0]?.parts ?? []
  expect(part).toMatchObject({ on: 'plan', name: 'Report', transition: 'complete', isMet: false })
  await lab.finish('Report')
  expect(await lab.places()).toEqual({ done: ['Report'], now: ['Offer'] })
  const offer = await lab.entry('Offer')
  expect(offer.cause).toMatchObject({ kind: 'criterion', parts: [{ name: 'Report', isMet: true }] })
  const item = await scene.ask('viewer', 'work.getItem', { item: offer.itemId ?? '' })
  expect(item.item).toMatchObject({ title: 'Offer', stateId: 'ready' })
})

test('people, teams and lengths of a step come with its item', async () => {
  const lab = await CaseLab.open(scene)
  const work = {
    ...{ responsibleId: scene.personId('contributor'), role: 'Surveyor', practice: 'Survey' },
    ...{ artifact: 'Survey report', effortMin: 90, expectedMin: 2880 },
  }
  await lab.add({ name: 'Survey', work })
  const { item } = await scene.ask('viewer', 'work.getItem', { item: await lab.itemId('Survey') })
  const { expectedMin: _days, ...kept } = work
  expect(item).toMatchObject(kept)
  expect(item.dueOn).not.toBeNull()
})

test('an item that was there before carries out a step, once', async () => {
  const lab = await CaseLab.open(scene)
  const itemId = await lab.addLooseItem('Call')
  await lab.add({ name: 'Call', itemId })
  expect(await lab.plan()).toMatchObject({ loose: [], items: [{ name: 'Call', itemId, place: 'now' }] })
  expect(await refusalOf(lab.add({ name: 'Again', itemId }))).toBe('case.item_in_plan')
  expect(await refusalOf(lab.add({ name: 'Other', itemId: newId() }))).toBe('platform.not_found')
})

test('a step of a stage to come waits with its item until the stage begins', async () => {
  const lab = await CaseLab.open(scene)
  await lab.add({ name: 'Assessment', kind: 'stage', manualActivation: 'true' })
  const itemId = await lab.addLooseItem('Visit')
  await lab.add({ name: 'Visit', stageId: idOf('Assessment'), itemId })
  expect(await lab.places()).toEqual({ could: ['Assessment'], later: ['Visit'] })
  await lab.act('Assessment', 'start')
  expect(await lab.entry('Visit')).toMatchObject({ place: 'now', itemId, stageId: idOf('Assessment') })
})

test('milestones are reached, and stages are over with what lies in them', async () => {
  const lab = await CaseLab.open(scene)
  await lab.add({ name: 'Assessment', kind: 'stage', manualActivation: 'true' })
  await lab.add({ name: 'Survey', stageId: idOf('Assessment'), required: 'true' })
  await lab.add({ name: 'Liability clear', kind: 'milestone', entry: [when('Survey')] })
  await lab.act('Assessment', 'start')
  expect((await lab.plan()).closing.openRequired).toEqual([idOf('Survey')])
  await lab.finish('Survey')
  expect(await lab.places()).toEqual({ done: ['Liability clear', 'Assessment', 'Survey'] })
  expect((await lab.plan()).closing.openRequired).toEqual([])
})

test('a reopened item takes back what came of it, unless that has been begun', async () => {
  const lab = await CaseLab.open(scene)
  await lab.add({ name: 'Report' })
  await lab.add({ name: 'Offer', entry: [when('Report')] })
  await lab.finish('Report')
  const offer = await lab.itemId('Offer')
  await lab.reopen('Report')
  expect(await lab.places()).toEqual({ now: ['Report'], later: ['Offer'] })
  const { item } = await scene.ask('viewer', 'work.getItem', { item: offer })
  expect(item.archivedAt).not.toBeNull()
  await lab.finish('Report')
  await scene.run('contributor', 'work.moveItem', { id: await lab.itemId('Offer'), stateId: 'inprogress' })
  await lab.reopen('Report')
  expect(await lab.places()).toEqual({ done: ['Report'], now: ['Offer'] })
  expect((await lab.plan()).loose).toEqual([await lab.itemId('Report')])
})

test('an archived item is a step given up; restored at once, it is taken up again', async () => {
  const lab = await CaseLab.open(scene)
  await lab.add({ name: 'Report', required: 'true' })
  const id = await lab.itemId('Report')
  await scene.run('contributor', 'work.archiveItem', { id })
  expect(await lab.places()).toEqual({ off: ['Report'] })
  await scene.run('contributor', 'work.restoreItem', { id })
  expect(await lab.entry('Report')).toMatchObject({ place: 'now', itemId: id })
})

test('the latest step is taken back, an earlier one is not', async () => {
  const lab = await CaseLab.open(scene)
  const { lastSeq } = await lab.add({ name: 'Report' })
  const itemId = await lab.itemId('Report')
  const takeBack = (seq: number) =>
    scene.run('contributor', 'case.takeBack', { containerId: lab.containerId, seq })
  expect(await refusalOf(takeBack(lastSeq - 1))).toBe('case.not_the_latest')
  expect(await takeBack(lastSeq)).toMatchObject({ items: [], lastSeq: lastSeq + 1 })
  expect((await scene.ask('viewer', 'work.getItem', { item: itemId })).item.archivedAt).not.toBeNull()
  await lab.add({ name: 'Visit' })
  await scene.run('contributor', 'work.moveItem', { id: await lab.itemId('Visit'), stateId: 'inprogress' })
  expect(await refusalOf(takeBack((await lab.plan()).lastSeq))).toBe('case.step_begun')
})

test('two people finishing the same step: the second is told, nothing is lost', async () => {
  const lab = await CaseLab.open(scene)
  await lab.add({ name: 'Report' })
  await lab.add({ name: 'Offer', entry: [when('Report')] })
  const outcomes = await Promise.allSettled([
    lab.act('Report', 'complete'),
    lab.act('Report', 'complete', 'manager'),
  ])
  expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
  expect(await lab.places()).toEqual({ done: ['Report'], now: ['Offer'] })
  expect(await refusalOf(lab.act('Report', 'complete'))).toBe('case.not_now')
  const offers = await scene.sql(`select 1 from case_plan_item where case_id = $1 and def = $2`, [
    lab.containerId,
    idOf('Offer'),
  ])
  expect(offers).toHaveLength(1)
})

test('four eyes: whoever did the one does not do the other', async () => {
  const lab = await CaseLab.open(scene)
  await lab.add({ name: 'Check' })
  await lab.add({ name: 'Approve', entry: [when('Check')], work: { otherThan: [idOf('Check')] } })
  await lab.finish('Check')
  expect(await refusalOf(lab.finish('Approve'))).toBe('case.same_person')
  expect(await lab.entry('Approve')).toMatchObject({ place: 'now' })
  await lab.finish('Approve', 'manager')
  expect(await lab.entry('Approve')).toMatchObject({ place: 'done' })
})

test('what repeats itself without end is named and refused, and the plan stays as it was', async () => {
  const lab = await CaseLab.open(scene)
  await lab.add({ name: 'Report' })
  const round = lab.add({ name: 'Round', kind: 'milestone', repetition: 'true' })
  expect(await refusalOf(round)).toBe('case.plan_faulty')
  expect(await lab.places()).toEqual({ now: ['Report'] })
})

test('what has not been used is changed and taken out; what others wait for is not', async () => {
  const lab = await CaseLab.open(scene)
  await lab.add({ name: 'Report' })
  await lab.add({ name: 'Offer', entry: [when('Report')] })
  await lab.add({ name: 'Letter', entry: [when('Offer')] })
  const of = (name: string) => ({ containerId: lab.containerId, planItemId: idOf(name) })
  const remove = (name: string) => scene.run('contributor', 'case.removePlanItem', of(name))
  expect(await refusalOf(remove('Offer'))).toBe('case.still_waited_for')
  expect(await refusalOf(remove('Report'))).toBe('case.plan_item_used')
  expect(await refusalOf(remove('Nothing'))).toBe('case.plan_item_unknown')
  const change = (name: string, patch: Record<string, unknown>) =>
    scene.run('contributor', 'case.changePlanItem', { ...of(name), patch })
  await change('Report', { name: 'Damage report' })
  expect(await refusalOf(change('Report', { required: 'true' }))).toBe('case.plan_item_used')
  await change('Letter', { entry: [{ ...when('Report'), id: 'c_other' }], required: 'true' })
  await remove('Offer')
  const { items } = await lab.plan()
  expect(items.map(({ name, isRequired }) => [name, isRequired])).toEqual([
    ['Damage report', false],
    ['Letter', true],
  ])
})

test('an event that somebody waits for is said to have happened', async () => {
  const lab = await CaseLab.open(scene)
  await lab.add({ name: 'Tenant calls', kind: 'userListener' })
  await lab.add({ name: 'Answer', entry: [when(['Tenant calls', 'occur'])] })
  expect(await lab.places()).toEqual({ could: ['Tenant calls'], later: ['Answer'] })
  await lab.act('Tenant calls', 'occur')
  expect(await lab.places()).toEqual({ done: ['Tenant calls'], now: ['Answer'] })
})

test('what is known of a case lets what waits for that begin', async () => {
  const lab = await CaseLab.open(scene)
  const costly = { id: 'c_cost', name: '', onParts: [], ifPart: 'cost > 10000' }
  await lab.add({ name: 'Expert opinion', entry: [costly] })
  expect((await lab.entry('Expert opinion')).waitsFor[0]?.parts).toEqual([
    { on: 'if', expression: 'cost > 10000', isMet: false },
  ])
  const values = { cost: 12_000 }
  await scene.run('contributor', 'case.changeVariables', { containerId: lab.containerId, values })
  expect(await lab.entry('Expert opinion')).toMatchObject({ place: 'now' })
})

test('a case rests and goes on', async () => {
  const lab = await CaseLab.open(scene)
  await lab.add({ name: 'Report' })
  const act = (act: 'suspend' | 'resume') =>
    scene.run('contributor', 'case.actOnCase', { containerId: lab.containerId, act })
  expect(await act('suspend')).toMatchObject({ status: 'suspended', items: [{ state: 'suspended' }] })
  expect(await act('resume')).toMatchObject({ status: 'active', items: [{ state: 'active' }] })
})

test('who may not, is told so or sees nothing', async () => {
  const lab = await CaseLab.open(scene)
  await lab.add({ name: 'Report' })
  const { containerId } = lab
  const planItemId = idOf('Report')
  const changes = [
    ['case.addPlanItem', { containerId, planItemId: 'x', kind: 'humanTask', name: 'x' }],
    ['case.changePlanItem', { containerId, planItemId, patch: { name: 'x' } }],
    ['case.removePlanItem', { containerId, planItemId }],
    ['case.actOnPlanItem', { containerId, planItemId, act: 'terminate' }],
    ['case.actOnCase', { containerId, act: 'suspend' }],
    ['case.changeVariables', { containerId, values: {} }],
    ['case.takeBack', { containerId, seq: 2 }],
    ['case.setClosing', { containerId, patch: { needsNotice: true } }],
    ['case.giveNotice', { containerId, to: 'x', way: 'x' }],
    ['case.closeCase', { containerId }],
  ] as const
  for (const [name, input] of changes) {
    expect(await refusalOf(scene.runAll('commenter', [{ name, input }]))).toBe('platform.not_allowed')
    expect(await refusalOf(scene.runAll('stranger', [{ name, input }]))).toBe('platform.not_found')
  }
  expect(await refusalOf(scene.ask('stranger', 'case.getPlan', { containerId }))).toBe('platform.not_found')
  expect(await refusalOf(scene.ask('stranger', 'case.listHistory', { containerId }))).toBe(
    'platform.not_found',
  )
  expect(await scene.show('viewer', 'casePlan', [containerId])).toMatchObject([{ id: containerId }])
  expect(await scene.show('stranger', 'casePlan', [containerId])).toEqual([null])
})

test('a change based on an old version is refused, and so is one of a project', async () => {
  const lab = await CaseLab.open(scene)
  const { version, containerId } = await lab.add({ name: 'Report' })
  await lab.add({ name: 'Visit' })
  const planItemId = idOf('Report')
  const late = { containerId, planItemId, version, patch: { name: 'x' } }
  expect(await refusalOf(scene.run('contributor', 'case.changePlanItem', late))).toBe('platform.version_old')
  const project = await scene.addContainer('project')
  expect(await refusalOf(scene.ask('viewer', 'case.getPlan', { containerId: project }))).toBe(
    'platform.not_found',
  )
  const add = { containerId: project, planItemId: 'x', kind: 'humanTask' as const, name: 'x' }
  expect(await refusalOf(scene.run('contributor', 'case.addPlanItem', add))).toBe('platform.not_found')
})

const closing = (lab: CaseLab) => ({ containerId: lab.containerId })

test('a case is closed when what is required is done, accepted by whoever asked, and told', async () => {
  const lab = await CaseLab.open(scene)
  await lab.add({ name: 'Report', required: 'true' })
  await lab.add({ name: 'Nice to have' })
  const requesterId = scene.personId('commenter')
  const patch = { needsAcceptance: true, needsNotice: true, requesterId }
  await scene.run('contributor', 'case.setClosing', { ...closing(lab), patch })
  const close = () => scene.run('contributor', 'case.closeCase', closing(lab))
  const accept = (who: 'commenter' | 'contributor') =>
    scene.run(who, 'case.acceptOutcome', { ...closing(lab), note: 'As agreed' })
  const notice = (at: number | null) =>
    scene.run('contributor', 'case.giveNotice', { ...closing(lab), to: 'Nord AG', way: 'letter', at })
  expect(await refusalOf(close())).toBe('case.required_open')
  expect(await refusalOf(accept('commenter'))).toBe('case.required_open')
  await lab.finish('Report')
  expect(await refusalOf(close())).toBe('case.not_accepted')
  expect(await refusalOf(accept('contributor'))).toBe('case.not_yours_to_accept')
  expect(await refusalOf(notice(null))).toBe('case.not_accepted')
  await accept('commenter')
  expect(await refusalOf(close())).toBe('case.not_noticed')
  expect(await refusalOf(notice(Date.now() + 86_400_000))).toBe('case.notice_ahead')
  await notice(null)
  const closed = await close()
  expect(closed).toMatchObject({ status: 'closed', closing: { noticeTo: 'Nord AG', noticeWay: 'letter' } })
  expect(await lab.places()).toEqual({ done: ['Report'], off: ['Nice to have'] })
  expect(await refusalOf(lab.add({ name: 'More' }))).toBe('case.closed')
  expect(await refusalOf(lab.reopen('Report'))).toBe('case.closed')
})

test('a closed case is taken up again, goes on, and is accepted and noticed anew', async () => {
  const lab = await CaseLab.open(scene)
  await lab.add({ name: 'Report' })
  await scene.run('contributor', 'case.setClosing', { ...closing(lab), patch: { needsNotice: true } })
  await lab.finish('Report')
  await scene.run('contributor', 'case.giveNotice', { ...closing(lab), to: 'all', way: 'mail' })
  await scene.run('contributor', 'case.closeCase', closing(lab))
  const act = { ...closing(lab), act: 'reactivate' as const }
  expect(await scene.run('contributor', 'case.actOnCase', act)).toMatchObject({ status: 'active' })
  expect(await lab.plan()).toMatchObject({
    status: 'active',
    closing: { noticedAt: null, needsNotice: true },
  })
  await lab.add({ name: 'Answer the objection' })
  expect(await lab.places()).toEqual({ done: ['Report'], now: ['Answer the objection'] })
})

test('closing a case on its own page ends its plan; opening it there goes on with it', async () => {
  const lab = await CaseLab.open(scene)
  await lab.add({ name: 'Report', required: 'true' })
  const move = (state: 'closed' | 'active') =>
    scene.run('manager', 'work.changeContainer', { id: lab.containerId, patch: { state } })
  expect(await refusalOf(move('closed'))).toBe('case.required_open')
  await lab.finish('Report')
  await move('closed')
  expect(await lab.plan()).toMatchObject({ status: 'closed' })
  await move('active')
  expect(await lab.plan()).toMatchObject({ status: 'active' })
})

test('the history tells what was said, by whom, and what it led to; said once more, it gives the case as it is', async () => {
  const lab = await CaseLab.open(scene)
  await lab.add({ name: 'Report' })
  await lab.add({ name: 'Offer', entry: [when('Report')] })
  await lab.finish('Report')
  await scene.run('contributor', 'case.changeVariables', { ...closing(lab), values: { cost: 3 } })
  await scene.run('contributor', 'case.takeBack', { ...closing(lab), seq: 5 })
  await lab.act('Offer', 'suspend')
  const { entries } = await scene.ask('viewer', 'case.listHistory', closing(lab))
  expect(entries.map(({ seq, act, name, isTakenBack }) => [seq, act, name, isTakenBack])).toEqual([
    [7, 'suspend', 'Offer', false],
    [6, 'take-back', '', true],
    [5, 'change', '', true],
    [4, 'complete', 'Report', false],
    [3, 'edit', 'Offer', false],
    [2, 'edit', 'Report', false],
    [1, 'begin', '', false],
  ])
  const [, , , completed] = entries
  expect(completed?.personId).toBe(scene.personId('contributor'))
  expect(completed?.happened).toContainEqual(
    expect.objectContaining({
      name: 'Offer',
      transition: 'start',
      cause: expect.objectContaining({ kind: 'criterion' }),
    }),
  )
  const ids = [lab.containerId]
  const kept = await scene.read((tx) => findHistories(tx, scene.organisationId, ids))
  const replayed = replayCase(kept.get(lab.containerId) ?? [], (now) => (model) => {
    const made = compilePlan(model)
    return made.ok ? { ok: true, value: graphAt(made.value, { now, zone: 'UTC' }) } : made
  })
  const rows = await scene.sql(
    'select row_id as id, def, state from case_plan_item where case_id = $1 order by row_id',
    [lab.containerId],
  )
  expect(replayed?.state.items.map(({ id, defId: def, state }) => ({ id, def, state }))).toEqual(rows)
})

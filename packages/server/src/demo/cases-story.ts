import { type CaseScript, type CaseWork, STAGES } from './case-scripts.ts'
import { DESIGN_CASES } from './case-scripts-design.ts'
import { PERMIT_CASES } from './case-scripts-permit.ts'
import type { Names } from './set-up.ts'
import { byWorker, type Call, type Stage } from './stage.ts'
import { at, dayFrom, momentAtWork, workDayBefore } from './virtual-clock.ts'

/** Twelve open cases; in the first the decision has been stuck for weeks. */
const CASES: readonly CaseScript[] = [...DESIGN_CASES, ...PERMIT_CASES]
/** The case whose decision is stuck, and since when. */
const STUCK = 'DSA'
const STUCK_SINCE_DAYS = 15
/** The stage in which a case is decided. */
const DECISION = 3

type Place = {
  readonly containerId: string
  readonly stageIds: readonly string[]
  readonly openedAt: number
  readonly stepMs: number
}
type World = { readonly today: Date; readonly names: Names }
type Turn = World & { readonly script: CaseScript; readonly place: Place; readonly index: number }

/** Plays the twelve cases from their opening to where they stand today. */
export async function playCases(stage: Stage, world: World): Promise<void> {
  for (const script of CASES) await playCase(stage, script, world)
}

async function playCase(stage: Stage, script: CaseScript, world: World): Promise<void> {
  const place = await openCase(stage, script, world)
  for (const index of STAGES.keys()) await playStage(stage, { ...world, script, place, index })
  if (script.key === STUCK) await stickDecision(stage, place, world)
}

async function openCase(stage: Stage, script: CaseScript, { today }: World): Promise<Place> {
  const openedAt = momentAtWork(at(today, 0) - script.openedWeeksAgo * 7 * 86_400_000)
  const containerId = stage.newId(openedAt)
  const stageIds = STAGES.map(() => stage.newId(openedAt))
  await stage.act(openedAt, script.lead, [
    {
      name: 'work.createContainer',
      input: {
        id: containerId,
        kind: 'case',
        key: script.key,
        name: script.name,
        description: script.about,
        subject: script.subject,
        wishedEndState: script.wishedEndState,
        ownerId: stage.personIds.get(script.lead),
        teamId: stage.teamIds.get('design'),
        defaultArea: '2.2',
      },
    },
    ...STAGES.map((name, index) => ({
      name: 'case.addStage',
      input: { id: stageIds[index], containerId, name, rank: `S${index}` },
    })),
  ])
  const span = at(workDayBefore(today, 1), 16) - openedAt
  return { containerId, stageIds, openedAt, stepMs: span / (script.stage + 2) }
}

async function playStage(stage: Stage, turn: Turn): Promise<void> {
  const { script, place, index } = turn
  const work = script.work[index] ?? []
  const moment = (part: number) => momentAtWork(place.openedAt + (index + part) * place.stepMs)
  const isPast = index < script.stage
  const isNow = index === script.stage
  const begins = isPast || isNow ? moment(0.05) : place.openedAt + 60_000
  const ids = work.map(() => stage.newId(begins))
  const enter = { name: 'case.changeStage', input: { id: place.stageIds[index], patch: { state: 'active' } } }
  await stage.act(begins, script.lead, [...planned(stage, turn, ids), ...(isPast || isNow ? [enter] : [])])
  if (isNow) return await workAndHalt(stage, turn, ids)
  if (!isPast) return
  await moveAll(stage, { work, ids, stateId: 'in-progress', now: moment(0.35) })
  await moveAll(stage, { work, ids, stateId: 'done', now: moment(0.7) })
  await stage.act(moment(0.95), script.lead, [
    { name: 'case.changeStage', input: { id: place.stageIds[index], patch: { state: 'completed' } } },
  ])
}

/** The stage of today: what comes before the item that is being worked on is done. */
async function workAndHalt(stage: Stage, turn: Turn, ids: readonly string[]): Promise<void> {
  const { script, place, index, today } = turn
  const { halt } = script
  const work = script.work[index] ?? []
  const current = halt?.at ?? 0
  const moment = (part: number) => momentAtWork(place.openedAt + (index + part) * place.stepMs)
  const upTo = (count: number) => ({ work: work.slice(0, count), ids: ids.slice(0, count) })
  await moveAll(stage, { ...upTo(current + 1), stateId: 'in-progress', now: moment(0.2) })
  await moveAll(stage, { ...upTo(current), stateId: 'done', now: moment(0.4) })
  const id = ids[current]
  if (!halt || id === undefined) return
  const now = at(workDayBefore(today, halt.days), 14)
  const personId = halt.on ? stage.personIds.get(halt.on) : null
  const blocked = {
    name: 'work.blockItem',
    input: { id, blockerId: stage.newId(now), reason: halt.reason, note: halt.note },
  }
  await stage.act(now, work[current]?.[0] ?? script.lead, [
    { name: 'work.waitForItem', input: { id, personId, note: halt.note } },
    ...(halt.reason ? [blocked] : []),
    { name: 'work.moveItem', input: { id, stateId: 'waiting' } },
  ])
}

function planned(stage: Stage, turn: Turn, ids: readonly string[]): readonly Call[] {
  const { script, place, index } = turn
  const { containerId, stageIds } = place
  const work = script.work[index] ?? []
  return [
    ...work.map((one, order) => ({
      name: 'work.createItem',
      input: { id: ids[order], containerId, ...itemInput(stage, turn, one) },
    })),
    ...work.map(([, , duty], order) => ({
      name: 'case.planItem',
      input: {
        containerId,
        itemId: ids[order],
        stageId: stageIds[index],
        isDiscretionary: duty === 'may',
        isRequired: duty === 'must',
      },
    })),
  ]
}

function itemInput(stage: Stage, { script, index, names, today }: Turn, [worker, title]: CaseWork) {
  const isDecision = index === DECISION
  const isNear = index <= script.stage
  return {
    title,
    responsibleId: stage.personIds.get(worker),
    accountableId: stage.personIds.get(script.lead),
    requesterId: stage.personIds.get('ines'),
    teamId: stage.teamIds.get('design'),
    stateId: isNear ? 'ready' : 'backlog',
    labelIds: [names.labelIds.get(script.label)],
    effortMin: isDecision ? 120 : 360,
    dueOn: index === script.stage ? dayFrom(today, 1, 2) : null,
    area: isDecision ? '2.1' : '2.2',
    practice: isDecision ? 'Design decision' : 'Permit practice',
    role: isDecision ? 'Lead architect' : 'Permit coordinator',
    resources: 'Design office',
    artifact: isDecision ? 'Signed decision' : `Note for ${script.key}`,
    fields: isDecision ? { [names.fieldIds.get('cost') ?? '']: script.costMinor } : {},
  }
}

type Move = {
  readonly work: readonly CaseWork[]
  readonly ids: readonly string[]
  readonly stateId: string
  readonly now: number
}

/** Everybody moves their own. */
async function moveAll(stage: Stage, { work, ids, stateId, now }: Move): Promise<void> {
  const moves = work.map(([worker], order) => ({
    worker,
    call: { name: 'work.moveItem', input: { id: ids[order], stateId } },
  }))
  let turn = 0
  for (const [worker, calls] of byWorker(moves)) await stage.act(now + turn++ * 600_000, worker, calls)
}

/** The decision that everybody waits for: asked weeks ago, blocked by a missing answer of the city. */
async function stickDecision(stage: Stage, place: Place, { today, names }: World): Promise<void> {
  const now = at(workDayBefore(today, STUCK_SINCE_DAYS), 10)
  const id = stage.newId(now)
  await stage.act(now, 'omar', [
    {
      name: 'work.createItem',
      input: {
        id,
        containerId: place.containerId,
        typeId: names.typeIds.get('Decision'),
        title: 'Decide structural option C',
        description:
          'Option A: deeper beam, costs a ceiling height of 12 cm.\n\nOption B: steel truss, six weeks later.\n\n**Option C: post-tensioned beam.** Needs a written opinion of the city’s engineer.',
        responsibleId: stage.owner.personId,
        accountableId: stage.personIds.get('ines'),
        requesterId: stage.personIds.get('omar'),
        stateId: 'in-progress',
        priority: 4,
        dueOn: dayFrom(today, -1),
        costOfDelayMinor: 1_850_000,
        area: '2.1',
        practice: 'Design decision',
        role: 'Owner',
        artifact: 'Signed decision',
        labelIds: [names.labelIds.get('Structure')],
        fields: { [names.fieldIds.get('cost') ?? '']: 41_000_000 },
      },
    },
    {
      name: 'case.planItem',
      input: {
        containerId: place.containerId,
        itemId: id,
        stageId: place.stageIds[DECISION],
        isRequired: true,
      },
    },
    {
      name: 'work.waitForItem',
      input: { id, personId: null, note: 'Written opinion of the city’s engineer' },
    },
    {
      name: 'work.blockItem',
      input: { id, blockerId: stage.newId(now), reason: 'decision', note: 'No opinion, no decision' },
    },
    { name: 'work.moveItem', input: { id, stateId: 'waiting' } },
  ])
}

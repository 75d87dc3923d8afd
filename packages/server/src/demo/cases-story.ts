import { type CaseScript, type CaseWork, STAGES } from './case-scripts.ts'
import { DESIGN_CASES } from './case-scripts-design.ts'
import { PERMIT_CASES } from './case-scripts-permit.ts'
import { type CaseTemplates, publishCaseTemplates, stageIdOf } from './case-templates.ts'
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

/** The case that was given up on its first day, and taken up again when the tenant objected. */
const TAKEN_UP_AGAIN = 'DSF'
const WEEK_MS = 7 * 86_400_000

type Place = { readonly containerId: string; readonly openedAt: number; readonly stepMs: number }
type World = { readonly today: Date; readonly names: Names }
type Turn = World & { readonly script: CaseScript; readonly place: Place; readonly index: number }

/** Plays the twelve cases from their opening to where they stand today. */
export async function playCases(stage: Stage, world: World): Promise<void> {
  const weeks = Math.max(...CASES.map((script) => script.openedWeeksAgo)) + 1
  const templates = await publishCaseTemplates(stage, momentAtWork(at(world.today, 0) - weeks * WEEK_MS))
  for (const script of CASES) await playCase(stage, { script, templates, world })
}

type Play = {
  readonly script: CaseScript
  readonly templates: CaseTemplates
  readonly world: World
}

async function playCase(stage: Stage, { script, templates, world }: Play): Promise<void> {
  const place = await openCase(stage, { script, templates, world })
  if (script.key === TAKEN_UP_AGAIN) await giveUpAndObject(stage, script, place)
  // What is known to be done later is written down at the beginning.
  const later = [...STAGES.keys()].filter((index) => index > script.stage)
  for (const index of later) await planStage(stage, { ...world, script, place, index })
  const sofar = [...STAGES.keys()].slice(0, script.stage + 1)
  for (const index of sofar) await playStage(stage, { ...world, script, place, index })
  if (script.key === STUCK) await stickDecision(stage, place, world)
}

async function openCase(stage: Stage, { script, templates, world: { today } }: Play): Promise<Place> {
  const openedAt = momentAtWork(at(today, 0) - script.openedWeeksAgo * WEEK_MS)
  const containerId = stage.newId(openedAt)
  const isDesign = DESIGN_CASES.includes(script)
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
    {
      name: 'case.beginByTemplate',
      input: { containerId, templateId: isDesign ? templates.design : templates.permit },
    },
    {
      name: 'case.setClosing',
      input: {
        containerId,
        patch: { needsAcceptance: true, needsNotice: true, requesterId: stage.personIds.get('ines') },
      },
    },
    { name: 'case.changeVariables', input: { containerId, values: { cost: script.costMinor / 100 } } },
  ])
  const span = at(workDayBefore(today, 1), 16) - openedAt
  return { containerId, openedAt, stepMs: span / (script.stage + 2) }
}

async function giveUpAndObject(
  stage: Stage,
  { lead }: CaseScript,
  { containerId, openedAt }: Place,
): Promise<void> {
  const act = (minutes: number, kind: 'terminate' | 'reactivate') =>
    stage.act(openedAt + minutes * 60_000, lead, [
      { name: 'case.actOnCase', input: { containerId, act: kind } },
    ])
  await act(5, 'terminate')
  await act(30, 'reactivate')
}

/** Writes down what is to be done in a stage to come. */
async function planStage(stage: Stage, turn: Turn): Promise<void> {
  const now = turn.place.openedAt + 45 * 60_000
  const ids = (turn.script.work[turn.index] ?? []).map(() => stage.newId(now))
  await stage.act(now, turn.script.lead, planned(stage, turn, ids))
}

/** A stage begins by itself with the end of the one before, and ends when what has to be done in it is done. */
async function playStage(stage: Stage, turn: Turn): Promise<void> {
  const { script, place, index } = turn
  const work = script.work[index] ?? []
  const moment = (part: number) => momentAtWork(place.openedAt + (index + part) * place.stepMs)
  const begins = Math.max(moment(0.05), place.openedAt + 60 * 60_000)
  const ids = work.map(() => stage.newId(begins))
  await stage.act(begins, script.lead, planned(stage, turn, ids))
  if (index === script.stage) return await workAndHalt(stage, turn, ids)
  await stage.act(begins + 60_000, script.lead, begun(turn))
  await moveAll(stage, { work, ids, stateId: 'in-progress', now: moment(0.35) })
  await moveAll(stage, { work, ids, stateId: 'done', now: moment(0.7) })
}

/** What was left to discretion was decided to be done. */
function begun({ script, place: { containerId }, index }: Turn): readonly Call[] {
  return (script.work[index] ?? []).flatMap(([, , duty], order) =>
    duty === 'may'
      ? [
          {
            name: 'case.actOnPlanItem',
            input: { containerId, planItemId: stepIdOf(index, order), act: 'start' },
          },
        ]
      : [],
  )
}

function stepIdOf(index: number, order: number): string {
  return `${stageIdOf(index)}_${order + 1}`
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
  const { containerId } = place
  const work = script.work[index] ?? []
  return [
    ...work.map((one, order) => ({
      name: 'work.createItem',
      input: { id: ids[order], containerId, ...itemInput(stage, turn, one) },
    })),
    ...work.map(([, title, duty], order) => ({
      name: 'case.addPlanItem',
      input: {
        containerId,
        planItemId: stepIdOf(index, order),
        kind: 'humanTask',
        name: title,
        stageId: stageIdOf(index),
        itemId: ids[order],
        ...(duty === 'must' ? { required: 'true' } : {}),
        ...(duty === 'may' ? { manualActivation: 'true' } : {}),
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
      name: 'case.addPlanItem',
      input: {
        containerId: place.containerId,
        planItemId: 'structural_option',
        kind: 'humanTask',
        name: 'Decide structural option C',
        stageId: stageIdOf(DECISION),
        itemId: id,
        required: 'true',
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

import { CASES, type CaseScript, STAGE_WORK, STAGES } from './case-scripts.ts'
import type { Names } from './set-up.ts'
import type { Stage } from './stage.ts'
import { at, dayFrom } from './virtual-clock.ts'

/** The case whose decision is stuck, and since when. */
const STUCK = 'DSA'
const STUCK_SINCE_WEEKS = 3

type Place = {
  readonly containerId: string
  readonly stageIds: readonly string[]
  readonly openedAt: number
  readonly stepMs: number
}

/** Plays the twelve cases from their opening to where they stand today. */
export async function playCases(stage: Stage, today: Date, names: Names): Promise<void> {
  for (const script of CASES) await playCase(stage, script, { today, names })
}

async function playCase(
  stage: Stage,
  script: CaseScript,
  world: { readonly today: Date; readonly names: Names },
): Promise<void> {
  const openedOn = new Date(`${dayFrom(world.today, -script.openedWeeksAgo)}T00:00:00Z`)
  const openedAt = at(openedOn, 9)
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
  const span = at(world.today, 9) - openedAt
  const place = { containerId, stageIds, openedAt, stepMs: span / (script.stage + 2) }
  for (let index = 0; index < STAGES.length; index++)
    await playStage(stage, script, { place, index, names: world.names })
  if (script.key === STUCK) await stickDecision(stage, place, world.today)
}

type StageTurn = { readonly place: Place; readonly index: number; readonly names: Names }

async function playStage(stage: Stage, script: CaseScript, turn: StageTurn): Promise<void> {
  const { place, index } = turn
  const isPast = index < script.stage
  const isNow = index === script.stage
  const begins = isPast || isNow ? place.openedAt + index * place.stepMs : place.openedAt
  const ids = (STAGE_WORK[index] ?? []).map(() => stage.newId(begins))
  await stage.act(begins + 60_000, script.lead, [
    ...planned(stage, script, { turn, ids }),
    ...(isPast || isNow
      ? [{ name: 'case.changeStage', input: { id: place.stageIds[index], patch: { state: 'active' } } }]
      : []),
  ])
  if (isNow)
    await workOn(stage, begins + place.stepMs / 3, { index, ids: ids.slice(0, 1), stateId: 'in-progress' })
  if (!isPast) return
  await workOn(stage, begins + place.stepMs / 3, { index, ids, stateId: 'in-progress' })
  await workOn(stage, begins + (place.stepMs * 2) / 3, { index, ids, stateId: 'done' })
  await stage.act(begins + place.stepMs - 60_000, script.lead, [
    { name: 'case.changeStage', input: { id: place.stageIds[index], patch: { state: 'completed' } } },
  ])
}

function planned(
  stage: Stage,
  script: CaseScript,
  at: { readonly turn: StageTurn; readonly ids: readonly string[] },
) {
  const { turn, ids } = at
  const { containerId, stageIds } = turn.place
  return (STAGE_WORK[turn.index] ?? []).flatMap((work, order) => [
    {
      name: 'work.createItem',
      input: {
        id: ids[order],
        containerId,
        title: `${work.title}: ${script.name}`,
        responsibleId: stage.personIds.get(work.worker),
        accountableId: stage.personIds.get(script.lead),
        requesterId: stage.personIds.get('ines'),
        teamId: stage.teamIds.get('design'),
        stateId: turn.index <= script.stage ? 'ready' : 'backlog',
        labelIds: script.label ? [turn.names.labelIds.get(script.label)] : [],
        effortMin: 240,
        area: turn.index === 3 ? '2.1' : '2.2',
        practice: 'Permit practice',
        role: 'Permit coordinator',
      },
    },
    {
      name: 'case.planItem',
      input: {
        containerId,
        itemId: ids[order],
        stageId: stageIds[turn.index],
        isDiscretionary: work.isDiscretionary ?? false,
        isRequired: work.isRequired ?? false,
      },
    },
  ])
}

async function workOn(
  stage: Stage,
  now: number,
  what: { readonly index: number; readonly ids: readonly string[]; readonly stateId: string },
): Promise<void> {
  for (const [order, id] of what.ids.entries()) {
    const worker = STAGE_WORK[what.index]?.[order]?.worker ?? 'lena'
    await stage.act(now + order * 600_000, worker, [
      { name: 'work.moveItem', input: { id, stateId: what.stateId } },
    ])
  }
}

/** The decision that everybody waits for: asked weeks ago, blocked by a missing answer of the city. */
async function stickDecision(stage: Stage, place: Place, today: Date): Promise<void> {
  const now = Date.parse(`${dayFrom(today, -STUCK_SINCE_WEEKS)}T10:00:00Z`)
  const id = stage.newId(now)
  await stage.act(now, 'omar', [
    {
      name: 'work.createItem',
      input: {
        id,
        containerId: place.containerId,
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
      },
    },
    {
      name: 'case.planItem',
      input: {
        containerId: place.containerId,
        itemId: id,
        stageId: place.stageIds[3],
        isDiscretionary: false,
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

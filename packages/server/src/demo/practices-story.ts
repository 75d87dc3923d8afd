import { ADOPTION_CHECKS, ADOPTION_STATES } from '@millrace/core/practice'
import { ADOPTIONS, MARKS } from './adoption-scripts.ts'
import { ARTIFACTS, PRACTICES, type PracticeScript } from './practice-scripts.ts'
import type { Stage } from './stage.ts'
import { at } from './virtual-clock.ts'

type Ids = ReadonlyMap<string, string>

/** Working days. */
const WEEK = 5

/** The method manager writes down how Harbour Tower works, and establishes it in the teams. */
export async function writePractices(stage: Stage, days: readonly Date[]): Promise<void> {
  const [day] = days
  if (!day) throw new RangeError('the story needs days')
  const now = at(day, 9)
  const managers = { personIds: [stage.personIds.get('jonas')] }
  await stage.act(now, 'owner', [{ name: 'practice.setMethodManagers', input: managers }])
  const stateIds = await nameArtifacts(stage, now)
  const ids: Ids = new Map(PRACTICES.map(({ name }) => [name, stage.newId(now)]))
  const idOf = (name: string) => ids.get(name)
  await stage.act(now, 'jonas', [
    ...PRACTICES.map((script) => ({
      name: 'practice.savePractice',
      input: { ...inputOf(script, stateIds), id: idOf(script.name), after: (script.after ?? []).map(idOf) },
    })),
    ...PRACTICES.flatMap(({ name, isDraft }) =>
      isDraft ? [] : [{ name: 'practice.publishPractice', input: { id: idOf(name), note: 'First version' } }],
    ),
  ])
  await establish(stage, days, ids)
  await improve(stage, days, { ids, stateIds })
}

/** Half way through, repairs are done in another order: what that did can be seen on its page. */
async function improve(
  stage: Stage,
  days: readonly Date[],
  { ids, stateIds }: { readonly ids: Ids; readonly stateIds: Ids },
): Promise<void> {
  const day = days[Math.floor(days.length / 2)]
  const script = PRACTICES.find(({ name }) => name === 'Repair')
  if (!day || !script) return
  const id = ids.get(script.name)
  const after = (script.after ?? []).map((name) => ids.get(name))
  const body = `${script.body} Call the tenant before leaving the workshop.`
  await stage.act(at(day, 8), 'jonas', [
    { name: 'practice.savePractice', input: { ...inputOf({ ...script, body }, stateIds), id, after } },
    { name: 'practice.publishPractice', input: { id, note: 'Fewer visits for nothing' } },
  ])
}

/** Each team goes on with its practices by evidence; some are due to be looked at again, and one long since. */
async function establish(stage: Stage, days: readonly Date[], practiceIds: Ids): Promise<void> {
  const [day = new Date(0)] = days
  const now = at(day, 10)
  const lines = ADOPTIONS.map((script) => ({ ...script, id: stage.newId(now) }))
  await stage.act(now, 'jonas', [
    ...lines.map(({ id, team, practice, reviewDays }) => ({
      name: 'practice.chooseForTeam',
      input: { id, teamId: stage.teamIds.get(team), practiceId: practiceIds.get(practice), reviewDays },
    })),
    ...MARKS.map(([area, mark, note]) => ({ name: 'practice.markArea', input: { area, mark, note } })),
  ])
  for (const [step, to] of ADOPTION_STATES.entries()) {
    const calls = lines.flatMap(({ id, reached, shown }) =>
      step < reached
        ? [{ name: 'practice.moveAdoption', input: { id, to, evidence: evidenceOf(to, shown) } }]
        : [],
    )
    await stage.act(at(days[step * WEEK] ?? day, 11), 'jonas', calls)
  }
}

function evidenceOf(to: keyof typeof ADOPTION_CHECKS, shown: string) {
  return ADOPTION_CHECKS[to].map((check) => ({ check, note: shown }))
}

/** @returns the states by `artifact.number` */
async function nameArtifacts(stage: Stage, now: number): Promise<Ids> {
  const stateIds = new Map(
    ARTIFACTS.flatMap(({ key, states }) =>
      states.map((_, index) => [`${key}.${String(index)}`, stage.newId(now)] as const),
    ),
  )
  const calls = ARTIFACTS.map(({ key, name, kind = 'artifact', areas, states }) => ({
    name: 'practice.saveArtifactType',
    input: {
      ...{ id: stage.newId(now), name, kind, areas },
      states: states.map(([state, ...checkpoints], index) => ({
        ...{ id: stateIds.get(`${key}.${String(index)}`), name: state, checkpoints },
      })),
    },
  }))
  await stage.act(now, 'jonas', calls)
  return stateIds
}

function inputOf(script: PracticeScript, stateIds: Ids) {
  const { name, discipline, tools, areas, stages, role, qualification = '' } = script
  const { begins = [], makes, body, checklist, norm } = script
  const states = (keys: readonly string[]) => keys.map((key) => stateIds.get(key))
  const [unit, low, likely, high] = norm ?? []
  return {
    ...{ name, discipline, tools, areas, stages, roles: [{ name: role, qualification }] },
    ...{ inputs: states(begins), outputs: states(makes), description: { body, checklist } },
    norm: unit === undefined ? null : { unit, effortMin: { low, likely, high }, durationMin: null },
  }
}

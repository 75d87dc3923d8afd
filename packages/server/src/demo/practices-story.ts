import { ARTIFACTS, PRACTICES, type PracticeScript } from './practice-scripts.ts'
import type { Stage } from './stage.ts'
import { at } from './virtual-clock.ts'

type Ids = ReadonlyMap<string, string>

/** The method manager writes down how Harbour Tower works. @returns the practices by name */
export async function writePractices(stage: Stage, day: Date): Promise<Ids> {
  const now = at(day, 9)
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
  return ids
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

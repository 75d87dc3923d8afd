import { ok, type Refusal, type Result } from '@millrace/core/kernel'
import { type LevelledPlans, type LevelledTask, type LevelReason, levelPlans } from '@millrace/core/schedule'
import { type FilePlan, nameRows } from '@millrace/formats/plan'
import { type Pool, readIdIn, type SharedResource, sharePool } from './share-pool.ts'

/** A plan whose tasks wait for what they need, and how that was found. */
export type LevelledFile = { readonly plan: FilePlan; readonly levelled: LevelledPlans }

/** Plans that were levelled together. */
export type LevelledFiles = {
  readonly files: readonly LevelledFile[]
  readonly shared: readonly SharedResource[]
}

/** Any number; the same one gives the same plan. */
const SEED = 1
/** A second or two for small plans and large ones: generating costs what there is to place. */
const PLACED_MAX = 200_000
const SCHEDULES_MAX = 2_000

/**
 * Levels plans of files over the people and machines that they share: nobody and nothing works on more than there is
 * of it. What the files themselves put off by levelling is forgotten first. The same files always give the same
 * plans.
 *
 * @returns by the places of the files; or refused as `PlanNetwork` refuses, with names instead of ids
 */
export function levelFiles(files: readonly FilePlan[]): Result<LevelledFiles> {
  const pool = sharePool(files)
  const count = pool.plans.reduce((sum, { input }) => sum + input.tasks.length, 0)
  const schedules = Math.max(1, Math.min(SCHEDULES_MAX, Math.floor(PLACED_MAX / Math.max(1, count))))
  const levelled = levelPlans(levelInput(pool), { seed: SEED, schedules })
  if (!levelled.ok) return { ok: false, refusal: named(levelled.refusal, pool) }
  const items = namesOf(pool, files)
  const tasksOf = Map.groupBy(levelled.value.tasks, ({ id }) => readIdIn(id).place)
  return ok({
    shared: pool.shared,
    files: files.map((file, place) => {
      const tasks = (tasksOf.get(place) ?? []).map((task) =>
        ownTask(task, { place, items, resources: pool.ownIds[place] }),
      )
      return { plan: withLevelling(file, tasks), levelled: { ...levelled.value, tasks } }
    }),
  })
}

function levelInput({ plans, resources }: Pool) {
  return {
    plans: plans.map(({ input }) => input),
    resources,
    assignments: plans.flatMap(({ assignments }) =>
      assignments.map(({ id, itemId, resourceId, units }) => ({
        id,
        itemId,
        resourceId,
        units,
        workMin: null,
      })),
    ),
    items: plans.flatMap(({ rows }) =>
      rows.flatMap(({ id, priority }) => (priority === undefined ? [] : [{ itemId: id, priority }])),
    ),
    frozenUntil: null,
  }
}

function withLevelling(file: FilePlan, tasks: readonly LevelledTask[]): FilePlan {
  const putTo = new Map(tasks.map(({ id, levelledAt }) => [id, levelledAt]))
  const input = {
    ...file.input,
    tasks: file.input.tasks.map((task) => ({ ...task, levelledAt: putTo.get(task.id) ?? null })),
  }
  return { ...file, input }
}

/** What rows of all files are called, by the ids that they have in the pool. */
function namesOf({ plans }: Pool, files: readonly FilePlan[]): ReadonlyMap<string, string> {
  return new Map(
    plans.flatMap(({ rows }, place) =>
      rows.map(({ id, wbs, name }) => [id, `${wbs} ${name} (${files[place]?.name ?? ''})`.trim()] as const),
    ),
  )
}

type Own = {
  readonly place: number
  readonly items: ReadonlyMap<string, string>
  /** What the file calls a resource of the pool. */
  readonly resources: ReadonlyMap<string, string> | undefined
}

/** A task with the ids that its own file has. What is of another file is named. */
function ownTask(task: LevelledTask, own: Own): LevelledTask {
  return { ...task, id: readIdIn(task.id).id, reason: ownReason(task.reason, own) }
}

function ownReason(reason: LevelReason, { place, items, resources }: Own): LevelReason {
  const item = (id: string) => {
    const read = readIdIn(id)
    return read.place === place ? read.id : (items.get(id) ?? id)
  }
  const resource = (id: string) => resources?.get(id) ?? id
  switch (reason.kind) {
    case 'link':
      return { ...reason, linkId: readIdIn(reason.linkId).id }
    case 'summary':
    case 'below':
      return { ...reason, itemId: item(reason.itemId) }
    case 'resource':
      return { ...reason, itemId: item(reason.itemId), resourceId: resource(reason.resourceId) }
    case 'capacity':
    case 'calendar':
      return { ...reason, resourceId: resource(reason.resourceId) }
    default:
      return reason
  }
}

/** People know rows by their names. */
function named(refusal: Refusal, { plans }: Pool): Refusal {
  return nameRows(refusal, { rows: plans.flatMap(({ rows }) => rows) })
}

import { ok, type Result } from '@millrace/core/kernel'
import { type LevelInput, type LevelledPlans, levelPlans } from '@millrace/core/schedule'
import type { FilePlan } from '@millrace/formats/plan'

/** A plan whose tasks wait for what they need, and how that was found. */
export type LevelledFile = { readonly plan: FilePlan; readonly levelled: LevelledPlans }

/** Any number; the same one gives the same plan. */
const SEED = 1
/** A second or two for small plans and large ones: generating costs what there is to place. */
const PLACED_MAX = 200_000
const SCHEDULES_MAX = 2_000

/**
 * Levels a plan of a file: nobody and nothing works on more than there is of it. What the file itself
 * put off by levelling is forgotten first. The same file always gives the same plan.
 *
 * @returns the plan with what was put off; or refused as `PlanNetwork` refuses
 */
export function levelFile(file: FilePlan): Result<LevelledFile> {
  const tasks = file.input.tasks.map((task) => ({ ...task, levelledAt: null }))
  const schedules = Math.max(1, Math.min(SCHEDULES_MAX, Math.floor(PLACED_MAX / Math.max(1, tasks.length))))
  const levelled = levelPlans(levelInput({ ...file, input: { ...file.input, tasks } }), {
    seed: SEED,
    schedules,
  })
  if (!levelled.ok) return levelled
  const putTo = new Map(levelled.value.tasks.map(({ id, levelledAt }) => [id, levelledAt]))
  const input = {
    ...file.input,
    tasks: tasks.map((task) => ({ ...task, levelledAt: putTo.get(task.id) ?? null })),
  }
  return ok({ plan: { ...file, input }, levelled: levelled.value })
}

/** Material and costs are no reason to wait. */
function levelInput({ input, resources, assignments, rows }: FilePlan): LevelInput {
  const workers = resources.filter(({ kind }) => kind === 'work')
  const known = new Set<string | null>(workers.map(({ id }) => id))
  return {
    plans: [input],
    resources: workers.map(({ name: _name, ...resource }) => ({ ...resource, kind: 'person' })),
    assignments: assignments
      .filter(({ resourceId }) => known.has(resourceId))
      .map(({ id, itemId, resourceId, units }) => ({ id, itemId, resourceId, units, workMin: null })),
    items: rows.flatMap(({ id, priority }) => (priority === undefined ? [] : [{ itemId: id, priority }])),
    frozenUntil: null,
  }
}

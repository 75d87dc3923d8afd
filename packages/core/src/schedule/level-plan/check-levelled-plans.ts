import type { Minute } from '../../calendar/index.ts'
import type { Id } from '../../kernel/index.ts'
import { checkLink, checkOutsideLinks, count, keepsConstraint } from '../check/check-plan.ts'
import type { PlanInput, PlanTask } from '../network/plan.ts'
import { type CheckBook, checkBook, type Levelled } from './check-book.ts'
import type { LevelInput } from './level-input.ts'

/** Something that a levelling breaks. */
export type LevelledViolation =
  | { readonly kind: 'not-working-time' | 'frozen' | 'constraint'; readonly itemId: Id<'WorkItem'> }
  | {
      readonly kind: 'duration'
      readonly itemId: Id<'WorkItem'>
      readonly wantedMin: number
      readonly foundMin: number
    }
  | { readonly kind: 'link'; readonly linkId: Id<'Relation'> }
  /** A task that was levelled works in a minute in which more is asked of its resource than there is. */
  | { readonly kind: 'overload'; readonly resourceId: Id<'Resource'>; readonly at: Minute }

/**
 * Checks levelled plans minute by minute: every task where it and everybody who does it work, and as long as it
 * should be; every link kept but those that are admitted to be broken; no resource with more to do than it can by
 * what was levelled; nothing moved that stays. Tasks that are said not to fit are not measured.
 *
 * It is independent of how plans are levelled: it walks through single minutes and uses no number lines. Its
 * cost is the minutes that tasks and lags last, by the clock.
 */
export function checkLevelledPlans(input: LevelInput, levelled: Levelled): readonly LevelledViolation[] {
  const book = checkBook(input, levelled)
  return [
    ...input.plans.flatMap((plan) => plan.tasks.flatMap((task) => checkTask(book, plan, task))),
    ...input.plans.flatMap((plan) => checkLinks(book, plan, levelled)),
    ...input.plans.flatMap((plan) => plan.tasks.flatMap((task) => checkOutside(book, plan, task))),
    ...overloads(book, input),
  ]
}

function checkLinks(
  book: CheckBook,
  plan: PlanInput,
  { brokenLinkIds }: Levelled,
): readonly LevelledViolation[] {
  const checker = book.checkerOf(plan)
  return plan.links.flatMap((link) => {
    const isLevelled = book.isFree(link.toId) || book.isSummary(link.toId)
    if (!isLevelled || brokenLinkIds.includes(link.id)) return []
    // A hammock reaches to where a summary lies, whatever holds what is below it.
    const isHeld = book.isSummary(link.toId) && checker.taskOf.get(link.fromId)?.kind !== 'hammock'
    const dateOf = isHeld ? book.datesTo(link.toId) : checker.dateOf
    if (dateOf === null) return []
    return checkLink({ ...checker, dateOf }, link).length > 0 ? [{ kind: 'link', linkId: link.id }] : []
  })
}

/** Links from plans that are not levelled with this one. */
function checkOutside(book: CheckBook, plan: PlanInput, task: PlanTask): readonly LevelledViolation[] {
  const isSummary = book.isSummary(task.id)
  if (!task.outside || !(book.isFree(task.id) || isSummary)) return []
  const checker = book.checkerOf(plan)
  const dateOf = isSummary ? book.datesTo(task.id) : checker.dateOf
  if (dateOf === null) return []
  return checkOutsideLinks({ ...checker, dateOf }, task).flatMap((violation) =>
    violation.kind === 'link' ? violation : [],
  )
}

function checkTask(book: CheckBook, plan: PlanInput, task: PlanTask): readonly LevelledViolation[] {
  const date = book.dateOf.get(task.id)
  if (!date || book.isSummary(task.id)) return []
  const itemId = task.id
  const stays = book.staysAt(task.id)
  if (stays) {
    const isThere = stays.startAt === date.startAt && stays.finishAt === date.finishAt
    return isThere ? [] : [{ kind: 'frozen', itemId }]
  }
  if (!book.isFree(task.id)) return []
  const kind = task.constraint?.kind
  const isLower = kind === 'SNET' || kind === 'FNET'
  const isKept = !isLower || keepsConstraint(book.checkerOf(plan), task, date)
  return [
    ...measure(book, plan, task),
    ...(isKept ? [] : [{ kind: 'constraint', itemId } as const]), // One of the kinds.
  ]
}

function measure(book: CheckBook, plan: PlanInput, task: PlanTask): readonly LevelledViolation[] {
  const { startAt, finishAt } = book.dateOf.get(task.id) ?? { startAt: 0, finishAt: 0 }
  const itemId = task.id
  const wantedMin = book.demands.lengthOf(task) + book.demands.pausesOf(task)
  if (wantedMin === 0) {
    return startAt === finishAt ? [] : [{ kind: 'duration', itemId, wantedMin, foundMin: finishAt - startAt }]
  }
  const works = book.demands.worksFor(plan, task)
  const foundMin = count(works, startAt, finishAt)
  const found: LevelledViolation[] = works(startAt) ? [] : [{ kind: 'not-working-time', itemId }]
  if (foundMin === wantedMin && works(finishAt - 1)) return found
  return [...found, { kind: 'duration', itemId, wantedMin, foundMin }]
}

/** What is asked of a resource in a minute; checked when something that was levelled asks for it. */
type Asked = { units: number; isChecked: boolean; isExcused: boolean }

/** The first minute of each resource in which what was levelled has not enough of it. */
function overloads(book: CheckBook, input: LevelInput): readonly LevelledViolation[] {
  const asked = new Map<string, Map<Minute, Asked>>(input.resources.map(({ id }) => [id, new Map()]))
  for (const plan of input.plans) {
    for (const task of plan.tasks) askAll(book, plan, { task, asked })
  }
  for (const { resourceId, at, units } of book.outside()) {
    addAsked(asked.get(resourceId), at, { units, isChecked: false, isExcused: false })
  }
  return input.resources.flatMap(({ id, maxUnits, changes = [] }): readonly LevelledViolation[] => {
    const steps = changes.toSorted((a, b) => a.fromAt - b.fromAt)
    const found = [...(asked.get(id) ?? [])].find(([at, { units, isChecked, isExcused }]) => {
      const most = steps.findLast(({ fromAt }) => fromAt <= at)?.maxUnits ?? maxUnits
      return isChecked && !isExcused && units > most + 1e-5
    })
    return found ? [{ kind: 'overload', resourceId: id, at: found[0] }] : []
  })
}

type Asking = { readonly task: PlanTask; readonly asked: ReadonlyMap<string, Map<Minute, Asked>> }

function askAll(book: CheckBook, plan: PlanInput, { task, asked }: Asking): void {
  const date = book.dateOf.get(task.id)
  if (!date || book.isSummary(task.id) || task.kind === 'hammock') return
  const isChecked = book.isFree(task.id)
  const isExcused = book.isExcused(task.id)
  const demands = Map.groupBy(
    book.demands.of(plan, task, { ...date, isLevelled: isChecked }),
    ({ resourceId }) => resourceId,
  )
  for (const [resourceId, ofResource] of demands) {
    const own = new Map<Minute, number>()
    for (const { at, units } of ofResource) own.set(at, (own.get(at) ?? 0) + units)
    for (const [at, units] of own) {
      // Of a task alone, no more is levelled than there ever is.
      const most = isChecked ? Math.min(units, book.demands.mostOf(resourceId)) : units
      addAsked(asked.get(resourceId), at, { units: most, isChecked, isExcused })
    }
  }
}

function addAsked(minutes: Map<Minute, Asked> | undefined, at: Minute, more: Asked): void {
  const now = minutes?.get(at) ?? { units: 0, isChecked: false, isExcused: false }
  now.units += more.units
  now.isChecked ||= more.isChecked
  now.isExcused ||= more.isExcused
  minutes?.set(at, now)
}

import { operations, type ProjectValueView } from '@millrace/contract'
import type { Instant } from '@millrace/core/kernel'
import { query, visibleContainerIds } from '../../../platform/commands/index.ts'
import { type PlanToMeasure, readPlansToMeasure } from '../../schedule/index.ts'
import { type Facts, factsOf, measureBy, presentMeasured, readFacts } from '../measure-by.ts'
import { findMeasurable, type MeasurableProject } from './find-measurable.ts'

/** So many projects are told at a time, and no more of them than have so many items together. */
const PROJECTS = 50
const ITEMS = 50_000

/** The projects that somebody sees, each measured against its last baseline. */
export const listEarnedValue = query(operations['cost.listEarnedValue'], async (context, { after = '' }) => {
  const { tx, organisationId, principal, now } = context
  const visibleIds = visibleContainerIds(principal.access)
  const found = await findMeasurable(tx, organisationId, { visibleIds, after, limit: PROJECTS + 1 })
  const taken = takeWithin(found.slice(0, PROJECTS))
  const ids = taken.flatMap(({ id, items }) => (items === null || items > ITEMS ? [] : [id]))
  const plans = await readPlansToMeasure(tx, organisationId, ids)
  const facts = await readFacts(tx, organisationId, ids)
  return {
    projects: taken.map((project) => valueOf(project, { plan: plans.get(project.id), facts, now })),
    next: taken.length < found.length ? (taken.at(-1)?.key ?? null) : null,
  }
})

/** The first of them that can be looked at together, at least one. */
function takeWithin(projects: readonly MeasurableProject[]): readonly MeasurableProject[] {
  let items = 0
  const end = projects.findIndex((project, index) => {
    items += Math.min(project.items ?? 0, ITEMS)
    return index > 0 && items > ITEMS
  })
  return end < 0 ? projects : projects.slice(0, end)
}

type Known = {
  readonly plan: PlanToMeasure | undefined
  readonly facts: Facts
  readonly now: Instant
}

function valueOf({ id, key, name, items }: MeasurableProject, { plan, facts, now }: Known): ProjectValueView {
  const project = { containerId: id, key, name }
  if (!plan) return { ...project, value: null, why: items === null ? 'no-baseline' : 'too-large' }
  const statusAt = plan.plan.settings.statusAt ?? now
  const found = measureBy(plan, factsOf(facts, id), statusAt)
  return found === null
    ? { ...project, value: null, why: 'no-dates' }
    : { ...project, value: presentMeasured(found, statusAt), why: null }
}

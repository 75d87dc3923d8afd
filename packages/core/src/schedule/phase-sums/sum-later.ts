import type { Id } from '../../kernel/index.ts'
import type { Phase } from '../phase.ts'
import type { ProjectPlan } from '../project-plan/project-plan.ts'
import { estimatePhase, type Package } from './estimate-phase.ts'
import { openSums, type Sum, total } from './open-sums.ts'

/** What the later phases of a project are made of. */
export type LaterFacts = {
  readonly plan: {
    readonly rows: readonly Pick<
      ProjectPlan['rows'][number],
      'itemId' | 'phaseId' | 'isSummary' | 'isMilestone' | 'isHammock'
    >[]
    readonly laterPhaseIds: ReadonlySet<Id<'Phase'>>
  }
  readonly phases: readonly Phase[]
  /** What is said of items as ranges. */
  readonly packages: ReadonlyMap<Id<'WorkItem'>, Package>
}

/** What later phases take together; null: nobody said. */
export type LaterSum = { readonly effortMin: Sum | null; readonly costMinor: Sum | null }

/**
 * What the later phases of a project take, from what is said of them and of their packages.
 *
 * @returns null for a project without later phases
 */
export function sumLater({ plan, phases, packages }: LaterFacts): LaterSum | null {
  const later = phases.filter(({ id }) => plan.laterPhaseIds.has(id))
  if (later.length === 0) return null
  const leaves = Map.groupBy(
    plan.rows.filter((row) => !row.isSummary && !row.isMilestone && !row.isHammock),
    ({ phaseId }) => phaseId ?? '',
  )
  const sums = later.map((phase) => {
    const rows = leaves.get(phase.id) ?? []
    const takes = estimatePhase(
      phase,
      rows.flatMap(({ itemId }) => packages.get(itemId) ?? []),
    )
    return openSums(phase, takes, { rows, packages })
  })
  return {
    effortMin: total(sums.map(({ effortMin }) => effortMin)),
    costMinor: total(sums.map(({ costMinor }) => costMinor)),
  }
}

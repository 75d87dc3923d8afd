import type { Id, Instant } from '../kernel/index.ts'

/** What a regulation says is done at one place of a process, by whom and with what result. */
export type ProcessStep = {
  readonly id: Id<'ProcessStep'>
  readonly processId: Id<'Container'>
  readonly name: string
  /** Place in the order of steps: compare as plain text. */
  readonly rank: string
  readonly teamId: Id<'Team'> | null
  readonly responsibleId: Id<'Person'> | null
  /** How long the step may take before it is late, in clock minutes. */
  readonly expectedMin: number | null
  readonly effortMin: number | null
  readonly practice: string | null
  readonly role: string | null
  readonly artifact: string | null
  readonly archivedAt: Instant | null
  readonly version: number
}

/** More than this, and nobody oversees the process any more. */
export const STEPS_MAX = 200

/** The steps that new instances take, in their order. */
export function presentSteps(steps: readonly ProcessStep[]): readonly ProcessStep[] {
  return steps.filter((step) => step.archivedAt === null).toSorted(byRank)
}

function byRank(a: ProcessStep, b: ProcessStep): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/**
 * What becomes of a step that is taken out: instances that went or still go through it need it, so
 * it is archived; one that no instance knows just goes.
 *
 * @param use whether any instance has the step among its own
 */
export function removeStep(
  step: ProcessStep,
  use: { readonly isUsed: boolean; readonly now: Instant },
): { readonly outcome: 'removed' } | { readonly outcome: 'archived'; readonly step: ProcessStep } {
  if (!use.isUsed) return { outcome: 'removed' }
  if (step.archivedAt !== null) return { outcome: 'archived', step }
  return { outcome: 'archived', step: { ...step, archivedAt: use.now, version: step.version + 1 } }
}

import type { CalculatedProject, PlanFinding, ProjectCalculation } from '@millrace/core/schedule'
import type { ReadPlan } from './queries/read-project-plan.ts'

/** A plan with the dates that were written to it last, and what goes on calculating it. */
export type KnownPlan = {
  readonly version: number
  readonly plan: ReadPlan
  readonly calculation: ProjectCalculation
  /** What was found for it. */
  readonly calculated: CalculatedProject
  /** Items that are written otherwise than they are known. */
  readonly unsure: ReadonlySet<string>
}

/** What is written of the findings of a plan, and of which version of it they are. */
export type KnownFindings = { readonly version: number; readonly findings: readonly PlanFinding[] }

/** A project of an organisation. */
export type ProjectOf = { readonly organisationId: string; readonly projectId: string }

/** Items and links of the plans that are known at a time: some kilobytes each. */
const PARTS_MAX = 250_000

/**
 * The plans that this process calculated last. Whatever is known may be lost at any time: then it is read
 * again. What is taken is gone until it is kept again, so that of two jobs for one plan one reads it.
 */
export class PlanMemory {
  readonly #plans = new Map<string, KnownPlan>()
  readonly #findings = new Map<string, KnownFindings>()
  #parts = 0

  take(project: ProjectOf): KnownPlan | null {
    return this.#take(keyOf(project))
  }

  keep(project: ProjectOf, known: KnownPlan): void {
    const key = keyOf(project)
    this.#take(key)
    this.#plans.set(key, known)
    this.#parts += sizeOf(known)
    for (const oldest of this.#plans.keys()) {
      if (this.#parts <= PARTS_MAX) return
      this.#take(oldest)
      this.#findings.delete(oldest)
    }
  }

  /** The plan as it is known, which stays known. */
  look(project: ProjectOf): KnownPlan | null {
    return this.#plans.get(keyOf(project)) ?? null
  }

  /** What is known to be written of the findings; whoever writes others says so by `keepFindings`. */
  takeFindings(project: ProjectOf): KnownFindings | null {
    const key = keyOf(project)
    const known = this.#findings.get(key) ?? null
    this.#findings.delete(key)
    return known
  }

  /** Findings are kept as long as their plan. */
  keepFindings(project: ProjectOf, known: KnownFindings): void {
    const key = keyOf(project)
    if (this.#plans.has(key)) this.#findings.set(key, known)
  }

  #take(key: string): KnownPlan | null {
    const known = this.#plans.get(key)
    if (!known) return null
    this.#plans.delete(key)
    this.#parts -= sizeOf(known)
    return known
  }
}

/** People make ids themselves: another organisation may have a project with the same. */
function keyOf({ organisationId, projectId }: ProjectOf): string {
  return `${organisationId} ${projectId}`
}

function sizeOf({ plan }: KnownPlan): number {
  return plan.rows.length + plan.links.length + plan.assignments.length
}

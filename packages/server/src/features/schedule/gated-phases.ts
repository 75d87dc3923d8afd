import type { Gate, Phase } from '@millrace/core/schedule'
import { demand, refuse, type Unit } from '../../platform/commands/index.ts'
import { dayOf } from '../../platform/time-zone.ts'
import { openProject } from './policy.ts'
import { findPhases } from './queries/find-phases.ts'
import { findPlanStates } from './queries/find-plan-states.ts'
import { lockProjects } from './queries/find-projects.ts'

type Wanted = { readonly phaseId: string }

/**
 * The phases that a group of commands is about, whose projects are held; a later
 * command sees what an earlier one did.
 */
export class GatedPhases {
  readonly #phases: Map<string, Phase>
  readonly #inputs: readonly Wanted[]
  readonly #today: ReadonlyMap<string, string>

  private constructor(
    phases: readonly Phase[],
    inputs: readonly Wanted[],
    today: ReadonlyMap<string, string>,
  ) {
    this.#phases = new Map(phases.map((phase) => [phase.id, phase]))
    this.#inputs = inputs
    this.#today = today
  }

  /** Loads them for whoever may do this in their projects. */
  static async load(
    unit: Unit,
    inputs: readonly Wanted[],
    permission: 'container.manage' | 'item.write' | 'container.read',
  ): Promise<GatedPhases> {
    const { tx, organisationId, principal, now } = unit
    const ids = inputs.map(({ phaseId }) => phaseId)
    const found = await findPhases(tx, organisationId, ids)
    const places = new Map(found.map(({ id, projectId }) => [id, projectId]))
    const projectIds = [...new Set(places.values())]
    const projects = await lockProjects(unit, projectIds)
    ids.forEach((phaseId, index) => {
      const id = places.get(phaseId) ?? refuse('platform.not_found', { what: 'phase' }, index)
      demand(principal.access, { permission, containerIds: [id], what: 'phase' }, index)
      openProject(unit, projects, { id, index, permission })
    })
    const states = await findPlanStates(tx, organisationId, projectIds)
    const today = new Map([...states].map(([id, { timeZone }]) => [id, dayOf(now, timeZone)]))
    return new GatedPhases(await findPhases(tx, organisationId, ids), inputs, today)
  }

  /** The phase that a command is about. */
  get(index: number): Phase {
    const phaseId = this.#inputs[index]?.phaseId ?? ''
    return this.#phases.get(phaseId) ?? refuse('platform.not_found', { what: 'phase' }, index)
  }

  /** Takes over what was decided about the gate of a phase. */
  put(phase: Phase, gate: Gate | null): Phase {
    const after = { ...phase, gate }
    this.#phases.set(phase.id, after)
    return after
  }

  /** All of them, as they are by now. */
  all(): readonly Phase[] {
    return [...this.#phases.values()]
  }

  /** The day that it is where the project is. */
  todayIn(projectId: string): string {
    return this.#today.get(projectId) ?? ''
  }
}

import type { BaselineView, PhaseView, ResourceView } from '@millrace/contract'
import type { Phase } from '@millrace/core/schedule'
import type { Baseline } from './store/baselines.ts'

/** A phase as people see it. */
export function presentPhase({ projectId, ...phase }: Phase): PhaseView {
  return { ...phase, containerId: projectId }
}

/** A baseline as people see it. */
export function presentBaseline({ id, projectId, number, name, takenAt }: Baseline): BaselineView {
  return { id, containerId: projectId, number, name, takenAt }
}

/** A resource as whoever does not manage sees it: what somebody earns an hour is nobody else's business. */
export function withoutPrices(resource: ResourceView): ResourceView {
  return { ...resource, rateMinorPerHour: null, costPerUseMinor: null, rates: [] }
}

import type { BaselineView, PhaseView } from '@millrace/contract'
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

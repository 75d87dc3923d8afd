import type { CaseItemView, StageView } from '@millrace/contract'
import type { CaseItem, CaseStage } from '@millrace/core/case'

/** A stage as people see it. */
export function presentStage({ caseId, ...stage }: CaseStage): StageView {
  return { ...stage, containerId: caseId }
}

/** A planned item as people see it. */
export function presentCaseItem({ caseId, ...item }: CaseItem): CaseItemView {
  return { ...item, containerId: caseId }
}

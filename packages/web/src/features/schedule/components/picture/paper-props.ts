import type { PlanViewProps } from '../plan-view-props.ts'

/** What of a plan is put on paper. */
export type PaperProps = Pick<PlanViewProps, 'plan' | 'rows' | 'containerId' | 'zoom'> & {
  readonly onClose: () => void
}

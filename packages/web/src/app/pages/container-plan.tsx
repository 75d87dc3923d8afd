import { lazy } from 'react'
import type { Container } from '../../platform/store/index.ts'

const SchedulePlan = lazy(async () => ({
  default: (await import('../../features/schedule/components/schedule-plan.tsx')).SchedulePlan,
}))
const ProcessPlan = lazy(async () => ({
  default: (await import('../../features/process/components/process-plan.tsx')).ProcessPlan,
}))
const CasePlan = lazy(async () => ({
  default: (await import('../../features/case/components/case-plan.tsx')).CasePlan,
}))

type Props = { readonly container: Container }

/** How a container is planned: a schedule, the steps of a process, or the stages of a case. */
export function ContainerPlan({ container: { id, kind } }: Props) {
  switch (kind) {
    case 'project':
      return <SchedulePlan containerId={id} />
    case 'process':
      return <ProcessPlan containerId={id} />
    case 'case':
      return <CasePlan containerId={id} />
    case 'list':
      return null
  }
}

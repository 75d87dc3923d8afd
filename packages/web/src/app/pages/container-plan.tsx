import { lazy, type ReactNode, Suspense } from 'react'
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

const ContainerAccess = lazy(async () => ({
  default: (await import('../../features/work/components/container/container-access.tsx')).ContainerAccess,
}))

type Props = {
  readonly container: Container
  /** How somebody from outside is let in, for whoever manages it. */
  readonly invite: ReactNode
}

/** How a container is planned: a schedule, the steps of a process, or the stages of a case. */
export function ContainerPlan({ container, invite }: Props) {
  const { id, kind } = container
  switch (kind) {
    case 'project':
      return <SchedulePlan containerId={id} />
    case 'process':
      return (
        <ProcessPlan
          containerId={id}
          access={
            <Suspense fallback={null}>
              <ContainerAccess container={container} invite={invite} />
            </Suspense>
          }
        />
      )
    case 'case':
      return <CasePlan containerId={id} />
    case 'list':
      return null
  }
}

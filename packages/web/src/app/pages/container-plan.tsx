import { lazy } from 'react'
import type { Container } from '../../platform/store/index.ts'

const SchedulePlan = lazy(async () => ({
  default: (await import('../../features/schedule/components/schedule-plan.tsx')).SchedulePlan,
}))

type Props = { readonly container: Container }

/** How a container is planned: what fits its kind. */
export function ContainerPlan({ container }: Props) {
  return container.kind === 'project' ? <SchedulePlan containerId={container.id} /> : null
}

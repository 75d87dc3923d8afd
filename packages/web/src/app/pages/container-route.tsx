import { useParams } from '@tanstack/react-router'
import { lazy } from 'react'
import { ContainerPage } from '../../features/work/pages/container-page.tsx'
import { CONTAINER_TABS } from '../../platform/navigation.ts'
import { useEntities } from '../../platform/store/index.ts'
import { NotFoundPage } from './not-found-page.tsx'

const SchedulePlan = lazy(async () => ({
  default: (await import('../../features/schedule/components/schedule-plan.tsx')).SchedulePlan,
}))
/** The plan that fits a kind of container. */
const PLANS = { project: SchedulePlan, process: null, case: null, list: null } as const

/** The page of a project, process, case or list, with the plan that fits its kind. */
export function ContainerRoute() {
  const params: { readonly key?: string; readonly tab?: string } = useParams({ strict: false })
  const containers = useEntities('container')
  const container = containers.find(({ key }) => key === params.key)
  const tab = CONTAINER_TABS.find((known) => known === params.tab)
  if (!container || !tab) return <NotFoundPage />
  const Plan = PLANS[container.kind]
  return (
    <ContainerPage
      key={container.id}
      containerId={container.id}
      tab={tab}
      plan={Plan && <Plan containerId={container.id} />}
    />
  )
}

import { useParams } from '@tanstack/react-router'
import { ContainerPage } from '../../features/work/pages/container-page.tsx'
import { CONTAINER_TABS } from '../../platform/navigation.ts'
import { useEntities } from '../../platform/store/index.ts'
import { NotFoundPage } from './not-found-page.tsx'

/** The page of a project, process, case or list, with the plan that fits its kind. */
export function ContainerRoute() {
  const params: { readonly key?: string; readonly tab?: string } = useParams({ strict: false })
  const containers = useEntities('container')
  const container = containers.find(({ key }) => key === params.key)
  const tab = CONTAINER_TABS.find((known) => known === params.tab)
  if (!container || !tab) return <NotFoundPage />
  return <ContainerPage key={container.id} containerId={container.id} tab={tab} plan={null} />
}

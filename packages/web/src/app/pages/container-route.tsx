import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, useMemo } from 'react'
import { ContainerPage } from '../../features/work/pages/container-page.tsx'
import { idle } from '../../platform/idle.ts'
import { CONTAINER_TABS } from '../../platform/navigation.ts'
import { useDirectory } from '../../platform/store/index.ts'
import { ContainerPlan } from './container-plan.tsx'
import { NotFoundPage } from './not-found-page.tsx'

const ContainerFiles = lazy(async () => ({
  default: (await import('../../features/files/components/container-files.tsx')).ContainerFiles,
}))

const InviteButton = lazy(async () => ({
  default: (await import('../../features/identity/components/invite-button.tsx')).InviteButton,
}))

const ContainerMute = lazy(async () => {
  // The items come first.
  await idle()
  return { default: (await import('../../features/notify/components/container-mute.tsx')).ContainerMute }
})

/** The page of a project, process, case or list, with the plan that fits its kind. */
export function ContainerRoute() {
  const params: { readonly key?: string; readonly tab?: string } = useParams({ strict: false })
  const { containers } = useDirectory()
  const container = useMemo(
    () => [...containers.values()].find(({ key }) => key === params.key),
    [containers, params.key],
  )
  const tab = CONTAINER_TABS.find((known) => known === params.tab)
  if (!container || !tab) return <NotFoundPage />
  const isPlanned = container.kind !== 'list'
  return (
    <ContainerPage
      key={container.id}
      containerId={container.id}
      tab={tab}
      plan={isPlanned ? <ContainerPlan container={container} /> : null}
      files={<ContainerFiles containerId={container.id} />}
      invite={
        <Suspense fallback={null}>
          <InviteButton containerId={container.id} variant="default" />
        </Suspense>
      }
      news={
        <Suspense fallback={null}>
          <ContainerMute containerId={container.id} name={container.name} />
        </Suspense>
      }
    />
  )
}

import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, useMemo } from 'react'
import { ContainerPage } from '../../features/work/pages/container-page.tsx'
import { idle } from '../../platform/idle.ts'
import { CONTAINER_TABS } from '../../platform/navigation.ts'
import { type Container, useDirectory } from '../../platform/store/index.ts'
import { useSeen } from '../shell/use-recent-places.ts'
import { ContainerPlan } from './container-plan.tsx'
import { NotFoundPage } from './not-found-page.tsx'

const ContainerFiles = lazy(async () => ({
  default: (await import('../../features/files/components/container-files.tsx')).ContainerFiles,
}))

const InviteButton = lazy(async () => ({
  default: (await import('../../features/identity/components/invite-button.tsx')).InviteButton,
}))

const FavouriteButton = lazy(async () => ({
  default: (await import('../../features/work/components/favourites/favourite-button.tsx')).FavouriteButton,
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
  const invite = (
    <Suspense fallback={null}>
      <InviteButton containerId={container.id} variant="default" />
    </Suspense>
  )
  return (
    <ContainerPage
      key={container.id}
      containerId={container.id}
      tab={tab}
      plan={isPlanned ? <ContainerPlan container={container} invite={invite} /> : null}
      files={<ContainerFiles containerId={container.id} />}
      invite={invite}
      news={
        <Suspense fallback={null}>
          <SeenContainer container={container} />
          <FavouriteButton kind="container" targetId={container.id} name={container.name} isKeyed />
          <ContainerMute containerId={container.id} name={container.name} />
        </Suspense>
      }
    />
  )
}

/** Shows nothing: remembers that a container is looked at. */
function SeenContainer({ container: { id, key, name } }: { readonly container: Container }) {
  useSeen({ kind: 'container', id, key, title: name })
  return null
}

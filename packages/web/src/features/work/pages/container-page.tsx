import { lazy, type ReactNode, Suspense } from 'react'
import type { ContainerTab } from '../../../platform/navigation.ts'
import { type Container, useEntity, useScope } from '../../../platform/store/index.ts'
import { Skeleton } from '../../../ui/index.ts'
import { ContainerHeader } from '../components/container/container-header.tsx'
import { ContainerWork } from '../components/container/container-work.tsx'
import { useLookup } from '../hooks/use-lookup.ts'
import { textsContainers } from '../texts-containers.ts'
import styles from './pages.module.css'

const ActivityList = lazy(async () => ({
  default: (await import('../components/item/activity-list.tsx')).ActivityList,
}))
const ContainerOverview = lazy(async () => ({
  default: (await import('../components/container/container-overview.tsx')).ContainerOverview,
}))
const ContainerPeople = lazy(async () => ({
  default: (await import('../components/container/container-people.tsx')).ContainerPeople,
}))

type Props = {
  readonly containerId: string
  readonly tab: ContainerTab
  /** How a container of this kind is planned; null: not at all. */
  readonly plan: ReactNode
  readonly files?: ReactNode
  /** Whether one is told of it. */
  readonly news?: ReactNode
  /** How somebody from outside is let in, for whoever manages it. */
  readonly invite?: ReactNode
}

/** A project, process, case or list, with its parts. */
export function ContainerPage({ containerId, tab, plan, files, news, invite }: Props) {
  const container = useEntity('container', containerId)
  const scope = useScope(`container:${containerId}`)
  if (!container) return null
  return (
    <div className={styles.page}>
      <ContainerHeader container={container} tab={tab} news={news} />
      {container.archivedAt !== null && (
        <p className={styles.banner}>{textsContainers.archived(textsContainers.kind[container.kind].one)}</p>
      )}
      <Suspense fallback={<Skeleton rows={8} />}>
        <Part container={container} tab={tab} plan={plan} files={files} invite={invite} scope={scope} />
      </Suspense>
    </div>
  )
}

type PartProps = Omit<Props, 'containerId' | 'news'> & {
  readonly container: Container
  readonly scope: ReturnType<typeof useScope>
}

function Part({ container, tab, plan, files, invite, scope }: PartProps) {
  switch (tab) {
    case 'overview':
      return <ContainerOverview container={container} />
    case 'plan':
      return plan === null ? <ContainerWork container={container} scope={scope} /> : plan
    case 'people':
      return <ContainerPeople container={container} invite={invite} />
    case 'files':
      return <div className={styles.reading}>{files}</div>
    case 'activity':
      return (
        <div className={styles.reading}>
          <ContainerActivity container={container} />
        </div>
      )
    default:
      return <ContainerWork container={container} scope={scope} />
  }
}

type ActivityProps = { readonly container: Container }

function ContainerActivity({ container }: ActivityProps) {
  return <ActivityList subject={{ containerId: container.id }} lookup={useLookup()} />
}

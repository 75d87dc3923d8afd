import type { ModelView } from '@millrace/contract'
import { useState } from 'react'
import { useSearchText, useSetSearch } from '../../../../platform/navigation.ts'
import { useEntity } from '../../../../platform/store/index.ts'
import { EmptyState, ErrorState, Skeleton } from '../../../../ui/index.ts'
import { useVersions } from '../../hooks/use-model.ts'
import { versionTexts as texts } from '../../texts-versions.ts'
import { CompareVersions } from './compare-versions.tsx'
import { PublishVersion } from './publish-version.tsx'
import { SuspendVersion } from './suspend-version.tsx'
import { type NumberedVersion, VersionTable } from './version-table.tsx'
import styles from './versions.module.css'

type Props = { readonly containerId: string }

/** The versions of a model: who published them and what was new, what changed between two, and the way back. */
export function VersionsTab({ containerId }: Props) {
  const search = useSearchText()
  const setSearch = useSetSearch()
  const container = useEntity('container', containerId)
  const asked = useVersions(containerId)
  const [publishing, setPublishing] = useState<ModelView | null>(null)
  const [suspending, setSuspending] = useState<NumberedVersion | null>(null)
  const versions = asked.data?.pages.flatMap((page) => page.versions)
  const isManager = container?.myRole === 'manager' && container.archivedAt === null
  if (versions === undefined) {
    return asked.error === null ? (
      <Skeleton rows={6} />
    ) : (
      <ErrorState title={texts.failed} error={asked.error} onRetry={() => void asked.refetch()} />
    )
  }
  if (versions.length === 0) return <EmptyState title={texts.none} sentence={texts.noneSentence} />
  const later = versions.find(({ id }) => id === search['version'])
  const earlier = later && versions[versions.indexOf(later) + 1]
  if (later && earlier) {
    return (
      <CompareVersions
        {...{ containerId, earlier, later }}
        all={versions}
        onClose={() => setSearch({ version: undefined })}
      />
    )
  }
  return (
    <div className={styles.versions}>
      <VersionTable
        versions={versions}
        onCompare={(version) => setSearch({ version: version.id })}
        onPublish={isManager ? setPublishing : null}
        onSuspend={isManager ? setSuspending : null}
      />
      {asked.hasNextPage && (
        <button type="button" className={styles.more} onClick={() => void asked.fetchNextPage()}>
          {texts.more}
        </button>
      )}
      {suspending && (
        <SuspendVersion
          {...{ containerId, version: suspending }}
          onClose={() => setSuspending(null)}
          onDone={() => void asked.refetch()}
        />
      )}
      {publishing && (
        <PublishVersion
          {...{ containerId, version: publishing }}
          onClose={() => setPublishing(null)}
          onDone={() => {
            setPublishing(null)
            void asked.refetch()
          }}
        />
      )}
    </div>
  )
}

import { useEffect, useState } from 'react'
import { openKeep } from '../../platform/offline/open-keep.ts'
import { httpTransport, Store, StoreProvider } from '../../platform/store/index.ts'
import { ErrorState, Skeleton } from '../../ui/index.ts'
import { rememberSlug } from '../last-slug.ts'
import { queryClient } from '../query-client.ts'
import { texts } from '../texts.ts'
import { Shell } from './shell.tsx'

type Props = { readonly organisationId: string; readonly userId: string; readonly slug: string }
type Progress = 'loading' | 'open' | { readonly error: unknown }

/** Opens an organisation's store, loads its directory, and shows the program around it. */
export function OpenOrganisation({ organisationId, userId, slug }: Props) {
  const [store, setStore] = useState<Store | null>(null)
  const [progress, setProgress] = useState<Progress>('loading')
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    const transport = httpTransport(organisationId)
    const opened = new Store(organisationId, transport, {
      keep: openKeep({ organisationId, userId }, transport),
      onJournalBack: () => location.reload(),
    })
    let isLeft = false
    setProgress('loading')
    opened.start().then(
      () => {
        if (isLeft) return
        setStore(opened)
        setProgress('open')
        rememberSlug(slug)
      },
      (error: unknown) => {
        if (!isLeft) setProgress({ error })
      },
    )
    const hurry = () => opened.hurry()
    const forget = opened.onChanges((changes) => {
      if (changes === 'all') void queryClient.invalidateQueries()
    })
    window.addEventListener('online', hurry)
    document.addEventListener('visibilitychange', hurry)
    return () => {
      isLeft = true
      forget()
      window.removeEventListener('online', hurry)
      document.removeEventListener('visibilitychange', hurry)
      opened.stop()
    }
  }, [organisationId, userId, slug, attempt])

  if (store && progress === 'open') {
    return (
      <StoreProvider value={store}>
        <Shell />
      </StoreProvider>
    )
  }
  if (typeof progress === 'object') {
    return (
      <ErrorState
        title={texts.organisation.failed}
        error={progress.error}
        onRetry={() => setAttempt(attempt + 1)}
      />
    )
  }
  return <Skeleton rows={4} label={texts.organisation.opening} />
}

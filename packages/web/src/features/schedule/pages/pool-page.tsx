import { useDirectory } from '../../../platform/store/index.ts'
import { ErrorState, Section, Skeleton } from '../../../ui/index.ts'
import { CalendarSettings } from '../components/settings/calendar-settings.tsx'
import { ResourceSettings } from '../components/settings/resource-settings.tsx'
import { useSharedPool } from '../hooks/use-shared-pool.ts'
import { textsPool } from '../texts-pool.ts'

const words = textsPool.pool

/** What all projects share to plan with: people, crews and machines, and calendars of the organisation. */
export function PoolPage() {
  const { me } = useDirectory()
  const { pool, error, retry, change } = useSharedPool()
  if (error) return <ErrorState title={words.failed} error={error} onRetry={retry} />
  if (!pool) return <Skeleton rows={6} label={words.loading} />
  const isManager = me.orgRole === 'owner' || me.orgRole === 'admin'
  const parts = { ...pool, containerId: null, isManager, onChange: change }
  return (
    <>
      <Section title={words.resources} sentence={isManager ? words.sentence : words.onlyOrganisers}>
        <ResourceSettings {...parts} hint={words.emptyResources} />
      </Section>
      <Section title={words.calendars} sentence={isManager ? '' : words.onlyOrganisers}>
        <CalendarSettings {...parts} hint={words.emptyCalendars} />
      </Section>
    </>
  )
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, type Output } from '../../../platform/api.ts'
import { Button, ErrorState, PlainTable, RelativeTime, Section, Skeleton } from '../../../ui/index.ts'
import { browserOf } from '../model/browser-of.ts'
import { providerTexts } from '../texts-providers.ts'
import { settingsTexts } from '../texts-settings.ts'
import styles from './settings-form.module.css'

const KEY = ['sessions'] as const

/** Where I am signed in, and how to end it. */
export function SessionList() {
  const queries = useQueryClient()
  const sessions = useQuery({ queryKey: KEY, queryFn: () => call('identity.listSessions', {}) })
  const end = useMutation({
    mutationFn: (id: string) => call('identity.revokeSession', { id }),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  })
  const endOthers = useMutation({
    mutationFn: () => call('identity.revokeOtherSessions', {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  })
  const words = settingsTexts.sessions
  return (
    <Section
      title={words.title}
      sentence={words.sentence}
      actions={
        sessions.data &&
        sessions.data.sessions.length > 1 && (
          <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {words.endOthers}
          </Button>
        )
      }
    >
      {sessions.isPending && <Skeleton rows={2} />}
      {sessions.error && (
        <ErrorState title={words.title} error={sessions.error} onRetry={() => void sessions.refetch()} />
      )}
      {sessions.data && (
        <PlainTable label={words.title} columns={words.columns}>
          {sessions.data.sessions.map((session) => (
            <tr key={session.id}>
              <td>{browserOf(session.userAgent) ?? words.unknown}</td>
              <td className={styles.soft}>{doorOf(session)}</td>
              <td className={styles.soft}>{session.ipAddress ?? '–'}</td>
              <td className={styles.soft}>
                <RelativeTime at={session.createdAt} />
              </td>
              <td className={styles.end}>
                {session.isCurrent ? (
                  <span className={styles.soft}>{words.current}</span>
                ) : (
                  <Button
                    variant="subtle"
                    color="red"
                    size="compact-sm"
                    loading={end.isPending && end.variables === session.id}
                    onClick={() => end.mutate(session.id)}
                  >
                    {words.end}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
    </Section>
  )
}

type Session = Output<'identity.listSessions'>['sessions'][number]

function doorOf({ door, provider }: Session): string {
  if (provider !== null) return provider
  return door === null || door === 'provider' ? '–' : providerTexts.doors[door]
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { call } from '../../../platform/api.ts'
import { useStore } from '../../../platform/store/index.ts'
import { Button, EmptyState, ErrorState, PlainTable, Section, Skeleton } from '../../../ui/index.ts'
import { TokenDialog } from '../components/token-dialog.tsx'
import { TokenRow } from '../components/token-row.tsx'
import { settingsTexts } from '../texts-settings.ts'

/** API tokens: make one, see what each may do, make one worthless. */
export function TokensPage() {
  const { organisationId } = useStore()
  const queries = useQueryClient()
  const key = ['tokens', organisationId]
  const [isCreating, setCreating] = useState(false)
  const tokens = useQuery({
    queryKey: key,
    queryFn: () => call('identity.listTokens', {}, { organisationId }),
  })
  const revoke = useMutation({
    mutationFn: (id: string) => call('identity.revokeToken', { id }, { organisationId }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  })
  const words = settingsTexts.tokens
  const create = { label: words.create, onClick: () => setCreating(true) }
  return (
    <Section
      title={words.title}
      sentence={words.sentence}
      actions={
        tokens.data &&
        tokens.data.tokens.length > 0 && <Button onClick={create.onClick}>{create.label}</Button>
      }
    >
      {tokens.isPending && <Skeleton rows={2} />}
      {tokens.error && (
        <ErrorState title={words.title} error={tokens.error} onRetry={() => void tokens.refetch()} />
      )}
      {tokens.data?.tokens.length === 0 && (
        <EmptyState
          glyph={<KeyRound size={20} strokeWidth={1.75} />}
          title={words.title}
          sentence={words.empty}
          action={create}
        />
      )}
      {tokens.data && tokens.data.tokens.length > 0 && (
        <PlainTable label={words.title} columns={words.columns}>
          {tokens.data.tokens.map((token) => (
            <TokenRow
              key={token.id}
              token={token}
              isBusy={revoke.isPending && revoke.variables === token.id}
              onRevoke={() => revoke.mutate(token.id)}
            />
          ))}
        </PlainTable>
      )}
      {isCreating && (
        <TokenDialog
          organisationId={organisationId}
          onClose={() => {
            setCreating(false)
            void queries.invalidateQueries({ queryKey: key })
          }}
        />
      )}
    </Section>
  )
}

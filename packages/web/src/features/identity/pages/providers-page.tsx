import { LogIn } from 'lucide-react'
import { useState } from 'react'
import { useCommands, useDirectory } from '../../../platform/store/index.ts'
import { Button, EmptyState, ErrorState, Section, Skeleton, Switch } from '../../../ui/index.ts'
import styles from '../components/provider-card.module.css'
import { ProviderCard } from '../components/provider-card.tsx'
import { ProviderDialog } from '../components/provider-dialog.tsx'
import { useMay } from '../hooks/use-may.ts'
import { type Provider, useProviders } from '../hooks/use-providers.ts'
import { providerTexts } from '../texts-providers.ts'

/** The providers that sign people in, and whether they alone do. */
export function ProvidersPage() {
  const { me, organisation } = useDirectory()
  const { manageOrganisation } = useMay()
  const { run } = useCommands()
  const providers = useProviders(manageOrganisation)
  const [open, setOpen] = useState<Provider | 'new' | null>(null)
  const words = providerTexts
  const isOwner = me.orgRole === 'owner'
  if (!manageOrganisation) return <Section title={words.title} sentence={words.readOnly} />
  const { asked } = providers
  const list = asked.data?.providers ?? []
  const add = { label: words.add, onClick: () => setOpen('new') }
  return (
    <Section
      title={words.title}
      sentence={isOwner ? words.sentence : words.ownersOnly}
      actions={isOwner && list.length > 0 && <Button onClick={add.onClick}>{add.label}</Button>}
    >
      {asked.isPending && <Skeleton rows={3} />}
      {asked.error && (
        <ErrorState title={words.title} error={asked.error} onRetry={() => void asked.refetch()} />
      )}
      {asked.data && list.length === 0 && (
        <EmptyState
          glyph={<LogIn size={20} strokeWidth={1.75} />}
          title={words.title}
          sentence={words.empty}
          {...(isOwner ? { action: add } : {})}
        />
      )}
      {list.length > 0 && (
        <ul className={styles.list}>
          {list.map((provider) => (
            <ProviderCard
              key={provider.id}
              provider={provider}
              test={providers.test}
              onChange={isOwner ? () => setOpen(provider) : null}
            />
          ))}
        </ul>
      )}
      {list.length > 0 && (
        <Switch
          className={styles.switch}
          label={words.required}
          description={words.requiredHint}
          disabled={!isOwner}
          checked={organisation.isProviderRequired}
          onChange={({ currentTarget: { checked } }) =>
            void run(
              'identity.changeOrganisation',
              { patch: { isProviderRequired: checked } },
              { undoLabel: words.required },
            )
          }
        />
      )}
      {open !== null && (
        <ProviderDialog
          provider={open === 'new' ? null : open}
          providers={providers}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  )
}

import { useState } from 'react'
import { explain } from '../../../platform/refused.ts'
import { Button, ErrorState, formatInstant, Modal, PlainTable, Section } from '../../../ui/index.ts'
import { useInvitations } from '../hooks/use-invitations.ts'
import { joinAddress } from '../model/join-address.ts'
import { inviteTexts } from '../texts-invite.ts'
import { InvitationRow } from './invitation-row.tsx'
import { ProblemAlert } from './problem-alert.tsx'
import { SecretLink } from './secret-link.tsx'

/** Invitations that nobody has accepted yet; nothing when there are none. */
export function InvitationList() {
  const { organisationId, asked, invitations, renew, revoke } = useInvitations()
  const [link, setLink] = useState<{ readonly address: string; readonly until: string } | null>(null)
  const words = inviteTexts.list
  const failed = renew.error ?? revoke.error
  const handleRenew = async (invitation: (typeof invitations)[number]) => {
    const delivery = invitation.mail === 'none' ? 'link' : 'mail'
    const { secret, expiresAt } = await renew.mutateAsync({ id: invitation.id, delivery })
    if (secret !== null)
      setLink({ address: joinAddress(organisationId, secret), until: formatInstant(expiresAt) })
  }
  if (asked.error)
    return <ErrorState title={words.title} error={asked.error} onRetry={() => void asked.refetch()} />
  if (invitations.length === 0) return null
  return (
    <Section title={words.title} sentence={words.sentence}>
      <ProblemAlert problem={failed && explain(failed)} />
      <PlainTable label={words.title} columns={words.columns} narrow="cards">
        {invitations.map((invitation) => (
          <InvitationRow
            key={invitation.id}
            invitation={invitation}
            isBusy={renew.isPending && renew.variables.id === invitation.id}
            onRenew={() => void handleRenew(invitation).catch(() => {})}
            onRevoke={() => revoke.mutate(invitation.id)}
          />
        ))}
      </PlainTable>
      {asked.hasNextPage && (
        <Button
          variant="default"
          loading={asked.isFetchingNextPage}
          onClick={() => void asked.fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
      {link && (
        <Modal
          opened
          onClose={() => setLink(null)}
          title={words.renew}
          size={460}
          closeOnClickOutside={false}
        >
          <SecretLink link={link.address} until={link.until} onDone={() => setLink(null)} />
        </Modal>
      )}
    </Section>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../platform/api.ts'
import { newId } from '../../../platform/new-id.ts'
import { useStore } from '../../../platform/store/index.ts'
import { useMe } from '../../../platform/use-me.ts'
import { formatInstant, Modal, notifications } from '../../../ui/index.ts'
import { useMay } from '../hooks/use-may.ts'
import { joinAddress } from '../model/join-address.ts'
import { inviteTexts } from '../texts-invite.ts'
import { InviteForm, type InviteWish } from './invite-form.tsx'
import { SecretLink } from './secret-link.tsx'

type Props = { readonly containerId?: string; readonly onClose: () => void }

/** Invites somebody by e-mail address: by a mail, or by a link to pass on, which is shown once. */
export function InviteDialog({ containerId, onClose }: Props) {
  const { organisationId } = useStore()
  const { managePeople } = useMay()
  const canMail = useMe().data?.canMail === true
  const queries = useQueryClient()
  const [link, setLink] = useState<{ readonly address: string; readonly until: string } | null>(null)
  const handleInvite = async (wish: InviteWish) => {
    const made = await call('identity.createInvitation', { id: newId(), ...wish }, { organisationId })
    void queries.invalidateQueries({ queryKey: ['invitations', organisationId] })
    if (made.secret !== null) {
      setLink({ address: joinAddress(organisationId, made.secret), until: formatInstant(made.expiresAt) })
      return
    }
    notifications.show({ message: inviteTexts.sent(made.email) })
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={inviteTexts.title}
      size={460}
      closeOnClickOutside={link === null}
      closeOnEscape={link === null}
    >
      {link === null ? (
        <InviteForm
          isForAll={managePeople}
          canMail={canMail}
          containerIds={containerId === undefined ? [] : [containerId]}
          onInvite={handleInvite}
        />
      ) : (
        <SecretLink link={link.address} until={link.until} onDone={onClose} />
      )}
    </Modal>
  )
}

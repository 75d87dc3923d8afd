import { MailPlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../ui/index.ts'
import { inviteTexts } from '../texts-invite.ts'
import { InviteDialog } from './invite-dialog.tsx'

type Props = { readonly containerId?: string; readonly variant?: 'filled' | 'default' }

/** Opens the dialog that invites somebody, into a container if one is given. */
export function InviteButton({ containerId, variant = 'filled' }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        variant={variant}
        leftSection={<MailPlus size={14} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {inviteTexts.invite}
      </Button>
      {isOpen && (
        <InviteDialog
          {...(containerId === undefined ? {} : { containerId })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

import type { InvitationView } from '@millrace/contract'
import { useDirectory } from '../../../platform/store/index.ts'
import { Button, formatInstant } from '../../../ui/index.ts'
import { inviteTexts } from '../texts-invite.ts'
import { peopleTexts } from '../texts-people.ts'
import styles from './settings-form.module.css'

type Props = {
  readonly invitation: InvitationView
  readonly isBusy: boolean
  readonly onRenew: () => void
  readonly onRevoke: () => void
}

/** One invitation: for whom, as what, by whom, and how its link is. */
export function InvitationRow({ invitation, isBusy, onRenew, onRevoke }: Props) {
  const { people } = useDirectory()
  const { email, orgRole, containers, invitedById, state, mail, expiresAt } = invitation
  const words = inviteTexts.list
  const [who, what, by, link] = words.columns
  return (
    <tr>
      <td data-label={who}>{email}</td>
      <td className={styles.soft} data-label={what}>
        {peopleTexts.roles[orgRole]}
        {containers.length > 0 && ` · ${words.into(containers.length)}`}
      </td>
      <td className={styles.soft} data-label={by}>
        {people.get(invitedById)?.name ?? '–'}
      </td>
      <td className={styles.soft} data-label={link}>
        {state === 'expired' ? words.expired : `${words.mail[mail]}, ${words.ends(formatInstant(expiresAt))}`}
      </td>
      <td className={styles.end}>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          loading={isBusy}
          aria-label={words.renewFor(email)}
          onClick={onRenew}
        >
          {words.renew}
        </Button>
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          disabled={isBusy}
          aria-label={words.revokeFor(email)}
          onClick={onRevoke}
        >
          {words.revoke}
        </Button>
      </td>
    </tr>
  )
}

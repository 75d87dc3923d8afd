import { Button } from '../../../ui/index.ts'
import { useSubmit } from '../hooks/use-submit.ts'
import { inviteTexts } from '../texts-invite.ts'
import styles from './account-card.module.css'
import { ProblemAlert } from './problem-alert.tsx'

type Props = {
  readonly user: { readonly name: string; readonly email: string }
  readonly onJoin: () => Promise<void>
  readonly onOther: () => Promise<void>
}

/** Joins with the account that is signed in, once its owner says so. */
export function JoinSignedIn({ user, onJoin, onOther }: Props) {
  const { isBusy, problem, handleSubmit } = useSubmit(onJoin)
  const words = inviteTexts.join
  return (
    <form className={styles.form} onSubmit={handleSubmit}>
      <p>{words.signedIn(user.name, user.email)}</p>
      <ProblemAlert problem={problem} />
      <Button type="submit" loading={isBusy}>
        {words.join}
      </Button>
      <Button variant="subtle" color="gray" onClick={() => void onOther()}>
        {words.other}
      </Button>
    </form>
  )
}

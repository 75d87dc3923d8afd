import { useQueryClient } from '@tanstack/react-query'
import { paths, useGo } from '../../../platform/navigation.ts'
import { signOut } from '../../../platform/session.ts'
import { Button } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './found-form.module.css'

type Props = {
  /** The demo's name in addresses; null: it has accounts of its own. */
  readonly slug: string | null
}

/** The way into the demo organisation: at once for its people, by its own account for others. */
export function DemoDoor({ slug }: Props) {
  const go = useGo()
  const queries = useQueryClient()
  const words = texts.welcome.demo
  const handleSignIn = async () => {
    await signOut()
    queries.clear()
    go('/sign-in')
  }
  if (slug !== null) {
    return (
      <Button size="md" onClick={() => go(paths.my(slug))}>
        {words.submit}
      </Button>
    )
  }
  return (
    <div className={styles.form}>
      <p className={styles.note}>{words.elsewhere}</p>
      <Button size="md" variant="default" onClick={() => void handleSignIn()}>
        {words.signIn}
      </Button>
    </div>
  )
}

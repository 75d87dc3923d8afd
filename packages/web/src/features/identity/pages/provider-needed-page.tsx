import { explain } from '../../../platform/refused.ts'
import { Link, Skeleton } from '../../../ui/index.ts'
import styles from '../components/account-card.module.css'
import { AccountCard } from '../components/account-card.tsx'
import { DoorList } from '../components/door-list.tsx'
import { ProblemAlert } from '../components/problem-alert.tsx'
import { useDoors } from '../hooks/use-doors.ts'
import { providerTexts } from '../texts-providers.ts'

type Props = { readonly organisation: string; readonly slug: string; readonly next: string }

/** What stands before an organisation that lets people in by a provider only. */
export function ProviderNeededPage({ organisation, slug, next }: Props) {
  const doors = useDoors(slug)
  const words = providerTexts.signIn
  return (
    <AccountCard title={organisation} foot={<Link to="/sign-in">{words.other}</Link>}>
      <div className={styles.form}>
        <p>{doors.data?.doors.length === 0 ? words.none : words.needed}</p>
        {doors.isPending && <Skeleton rows={1} />}
        {doors.data && <DoorList doors={doors.data.doors} next={next} />}
        <ProblemAlert problem={doors.error && explain(doors.error)} />
      </div>
    </AccountCard>
  )
}

import type { PlanRowView, PlanView } from '@millrace/contract'
import { useSearchText, useSetSearch } from '../../../platform/navigation.ts'
import { wordsOf } from '../../../platform/refused.ts'
import { Alert, Button } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import { DifferencesDialog } from './differences-dialog.tsx'
import styles from './schedule.module.css'

type Props = {
  readonly plan: PlanView
  readonly rows: readonly PlanRowView[]
  readonly containerId: string
  readonly isManager: boolean
}

/** What stands between the plan and its dates: nobody has it calculated, or it cannot be. */
export function PlanBanner({ plan, rows, containerId, isManager }: Props) {
  const search = useSearchText()
  const setSearch = useSetSearch()
  const isOpen = search['dates'] === 'choose'
  const open = (isWanted: boolean) => setSearch({ dates: isWanted ? 'choose' : undefined }, 'replace')
  const { isScheduled, refusal } = plan.settings
  if (refusal !== null) {
    const said = wordsOf(refusal.code, refusal.params)
    return (
      <Alert color="red" title={texts.notCalculated} role="alert" className={styles.banner}>
        {said?.sentence} {said?.remedy}
      </Alert>
    )
  }
  if (isScheduled || rows.length === 0) return null
  return (
    <div className={styles.keeps} role="note">
      <span>
        <b>{texts.keepsDates}.</b> {texts.keepsDatesHint}
      </span>
      <Button size="xs" variant="default" onClick={() => open(true)}>
        {texts.seeDifferences}
      </Button>
      {isOpen && (
        <DifferencesDialog {...{ plan, rows, containerId, isManager }} onClose={() => open(false)} />
      )}
    </div>
  )
}

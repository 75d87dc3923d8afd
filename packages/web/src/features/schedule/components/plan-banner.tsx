import type { PlanRowView, PlanView } from '@millrace/contract'
import { useState } from 'react'
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
  const [isOpen, setOpen] = useState(false)
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
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        {texts.seeDifferences}
      </Button>
      {isOpen && (
        <DifferencesDialog {...{ plan, rows, containerId, isManager }} onClose={() => setOpen(false)} />
      )}
    </div>
  )
}

import { useState } from 'react'
import { newId } from '../../../../platform/new-id.ts'
import type { Refused } from '../../../../platform/refused.ts'
import { useCommands } from '../../../../platform/store/index.ts'
import { Alert, Button, Modal, Select, Textarea } from '../../../../ui/index.ts'
import { useDryRun } from '../../hooks/use-dry-run.ts'
import { useSuggestion } from '../../hooks/use-repair.ts'
import { textsRepair as texts } from '../../texts-repair.ts'
import type { Which } from './bulk-dialog.tsx'
import { BulkProgress } from './bulk-progress.tsx'
import { DryRun } from './dry-run.tsx'
import { MigrationPlanTable, type Plan } from './migration-plan-table.tsx'
import styles from './repair.module.css'

type Props = {
  readonly containerId: string
  /** The version that the instances run by. */
  readonly from: number
  readonly newest: number
  readonly which: Which
  readonly onClose: () => void
}

/** Takes instances to another version: where each place goes, what that would do, and then does it. */
export function MigrateDialog({ containerId, from, newest, which, onClose }: Props) {
  const [bulkId, setBulkId] = useState<string | null>(null)
  return (
    <Modal opened onClose={onClose} title={texts.bulkTitle.migrate} size="xl">
      {bulkId === null ? (
        <MigrateForm {...{ containerId, from, newest, which }} onClose={onClose} onBegun={setBulkId} />
      ) : (
        <BulkProgress bulkId={bulkId} onClose={onClose} />
      )}
    </Modal>
  )
}

type FormProps = Props & { readonly onBegun: (bulkId: string) => void }

function MigrateForm({ containerId, from, newest, which, onClose, onBegun }: FormProps) {
  const { run } = useCommands()
  const others = Array.from({ length: newest }, (_, place) => newest - place).filter((one) => one !== from)
  const [to, setTo] = useState(others[0] ?? from)
  const [chosen, setChosen] = useState<Plan>({})
  const suggestion = useSuggestion({ containerId, from, to })
  const alike = suggestion.data?.elements.filter(({ why }) => why === 'same-name') ?? []
  const plan: Plan = { ...Object.fromEntries(alike.map((one) => [one.id, one.to])), ...chosen }
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const dryRun = useDryRun({ containerId, to, plan, which })
  const handleGo = async () => {
    const id = newId()
    const input = { id, containerId, which, to, plan, reason: reason.trim() }
    const outcome = await run('process.migrateInstances', input, { isSilent: true })
    if (outcome.ok) onBegun(id)
    else setRefused(outcome.refused)
  }
  const problem = refused ?? dryRun.refused
  return (
    <div className={styles.form}>
      <p className={styles.soft}>
        {texts.actWhat.migrate} {texts.noUndo}
      </p>
      <Select
        label={texts.toVersion}
        data={others.map(String)}
        value={String(to)}
        allowDeselect={false}
        onChange={(value) => {
          setTo(Number(value))
          setChosen({})
          dryRun.forget()
        }}
      />
      <MigrationPlanTable
        key={to}
        {...{ suggestion, plan }}
        onPlan={(next) => {
          setChosen(next)
          dryRun.forget()
        }}
      />
      <DryRun dryRun={dryRun} />
      <Textarea
        label={texts.reason}
        description={texts.reasonHint}
        value={reason}
        maxLength={1000}
        autosize
        required
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {problem && (
        <Alert color="red" title={problem.sentence}>
          {problem.remedy}
        </Alert>
      )}
      <div className={styles.formEnd}>
        <Button variant="default" onClick={onClose}>
          {texts.leave}
        </Button>
        <Button variant="default" loading={dryRun.isBusy} onClick={() => void dryRun.ask()}>
          {dryRun.reports === null ? texts.dryRun : texts.dryRunAgain}
        </Button>
        <Button disabled={reason.trim() === ''} onClick={() => void handleGo()}>
          {texts.migrate}
        </Button>
      </div>
    </div>
  )
}

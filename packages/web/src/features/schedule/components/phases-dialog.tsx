import type { PhaseView, PlanView } from '@millrace/contract'
import { type FormEvent, useState } from 'react'
import { newId } from '../../../platform/new-id.ts'
import type { Refused } from '../../../platform/refused.ts'
import { useCommands } from '../../../platform/store/index.ts'
import { Alert, Button, Modal, Switch, TextInput } from '../../../ui/index.ts'
import { usePlanDoor } from '../hooks/use-plan-door.ts'
import { texts } from '../texts.ts'
import { PhaseLine } from './phase-line.tsx'
import { ScenarioNote } from './scenario/scenario-note.tsx'
import styles from './schedule.module.css'

type Props = {
  readonly plan: PlanView
  readonly containerId: string
  readonly isManager: boolean
  readonly onClose: () => void
}

type Told = { readonly ok: true } | { readonly ok: false; readonly refused: Refused }

/** The phases of a project in their order: dates for the near ones, ranges for those further off. */
export function PhasesDialog({ plan, containerId, onClose, ...props }: Props) {
  const { run } = useCommands()
  const { closed } = usePlanDoor(containerId)
  const isManager = props.isManager && closed === null
  const [name, setName] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const silently = { isSilent: true }
  const tell = (work: Promise<Told>) => {
    void work.then((outcome) => setRefused(outcome.ok ? null : outcome.refused))
  }
  const handleAdd = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    const phase = { id: newId(), containerId, name: name.trim() }
    const outcome = await run('schedule.addPhase', phase, silently)
    setRefused(outcome.ok ? null : outcome.refused)
    if (outcome.ok) setName('')
  }
  const firstLater = plan.phases.find((phase) => phase.state === 'later')
  const promotionOf = (phase: PhaseView) => {
    if (!plan.hasRollingWave || phase.state !== 'later') return null
    return phase.id === firstLater?.id ? 'now' : 'not-yet'
  }
  return (
    <Modal opened onClose={onClose} title={texts.phases} size={760}>
      <div className={styles.phases}>
        {closed !== null && <ScenarioNote words={closed} />}
        <Switch
          label={texts.rollingWave}
          description={texts.rollingWaveHint}
          checked={plan.hasRollingWave}
          disabled={!isManager}
          onChange={(event) =>
            tell(run('schedule.setRollingWave', { containerId, isOn: event.currentTarget.checked }, silently))
          }
        />
        {refused && (
          <Alert color="red" title={refused.sentence} role="alert">
            {refused.remedy}
          </Alert>
        )}
        {plan.phases.map((phase) => (
          <PhaseLine
            key={phase.id}
            phase={phase}
            rows={plan.rows.filter((row) => row.level === 1)}
            isManager={isManager}
            promotion={promotionOf(phase)}
            onChange={(patch) => tell(run('schedule.changePhase', { id: phase.id, patch }, silently))}
            onPromote={() =>
              tell(run('schedule.promotePhase', { id: phase.id, baselineId: newId() }, silently))
            }
            onPlace={(itemId, phaseId) => tell(run('schedule.placeInPhase', { itemId, phaseId }, silently))}
          />
        ))}
        {isManager && (
          <form className={styles.addPhase} onSubmit={(event) => void handleAdd(event)}>
            <TextInput
              aria-label={texts.phaseName}
              placeholder={texts.phaseName}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" disabled={name.trim() === ''}>
              {texts.addPhase}
            </Button>
          </form>
        )}
      </div>
    </Modal>
  )
}

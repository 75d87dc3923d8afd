import type { PlanView } from '@millrace/contract'
import { Milestone } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useEntity } from '../../../../platform/store/index.ts'
import { Alert, Button, EmptyState, Modal, Switch, TextInput } from '../../../../ui/index.ts'
import { type PhasesModel, type Placed, usePhases } from '../../hooks/use-phases.ts'
import { usePlanAnswer } from '../../hooks/use-plan-answer.ts'
import { usePlanDoor } from '../../hooks/use-plan-door.ts'
import { laterPhases } from '../../model/phase-ranges.ts'
import { texts } from '../../texts.ts'
import { textsPhases as words } from '../../texts-phases.ts'
import { ScenarioNote } from '../scenario/scenario-note.tsx'
import { PhaseCard } from './phase-card.tsx'
import { PhaseSum } from './phase-sum.tsx'
import styles from './phases.module.css'

type Props = {
  readonly plan: PlanView
  readonly containerId: string
  readonly isManager: boolean
  readonly onClose: () => void
}

/** An item that cannot leave its phase just like that, and where it was to go. */
type Leaving = { readonly item: Placed; readonly phaseId: string | null }

/** The phases of a project in their order, with the gates between them: near ones in detail, later ones as ranges. */
export function PhasesDialog({ plan, containerId, onClose, ...props }: Props) {
  const { closed } = usePlanDoor(containerId)
  const role = useEntity('container', containerId)?.myRole
  const isManager = props.isManager && closed === null
  const canWrite = isManager || (role === 'contributor' && closed === null)
  const model = usePhases(plan, containerId)
  const { answer: sums } = usePlanAnswer('schedule.getPhaseSums', { containerId })
  const [leaving, setLeaving] = useState<Leaving | null>(null)
  const { phases, hasRollingWave } = plan
  const later = laterPhases(plan)
  const handlePlace = (item: Placed, phaseId: string | null) => {
    if (later.has(item.phaseId ?? '') && !later.has(phaseId ?? '')) setLeaving({ item, phaseId })
    else model.place(item, phaseId)
  }
  const nameOf = (id: string | null) => phases.find((phase) => phase.id === id)?.name ?? ''
  return (
    <Modal opened onClose={onClose} title={words.title} size={820}>
      <div className={styles.phases}>
        {closed !== null && <ScenarioNote words={closed} />}
        <Switch
          label={texts.rollingWave}
          description={hasRollingWave ? texts.rollingWaveHint : words.offHint}
          checked={hasRollingWave}
          disabled={!isManager}
          onChange={(event) => model.setWave(event.currentTarget.checked)}
        />
        {model.refused && (
          <Alert color="red" title={model.refused.sentence} role="alert">
            {model.refused.remedy}
          </Alert>
        )}
        {leaving && (
          <Leaves
            title={leaving.item.title}
            phase={nameOf(leaving.item.phaseId)}
            onTakeOut={() => {
              model.takeOut(leaving.item, leaving.phaseId)
              setLeaving(null)
            }}
            onKeep={() => setLeaving(null)}
          />
        )}
        {phases.length === 0 && (
          <EmptyState
            glyph={<Milestone size={20} strokeWidth={1.75} />}
            title={words.emptyTitle}
            sentence={words.emptySentence}
          />
        )}
        {phases.map((phase) => (
          <PhaseCard
            key={phase.id}
            {...{ phase, plan, model, isManager, canWrite }}
            sum={sums?.phases.find(({ phaseId }) => phaseId === phase.id)}
            onPlace={handlePlace}
          />
        ))}
        {sums && phases.length > 0 && (
          <div className={styles.sums}>
            {sums.unphased && <PhaseSum name={words.unphased(sums.unphased.itemCount)} sum={sums.unphased} />}
            <PhaseSum name={words.wholeSum} sum={sums.whole} />
          </div>
        )}
        {isManager && <AddPhase onAdd={model.add} />}
      </div>
    </Modal>
  )
}

type LeavesProps = {
  readonly title: string
  readonly phase: string
  readonly onTakeOut: () => void
  readonly onKeep: () => void
}

function Leaves({ title, phase, onTakeOut, onKeep }: LeavesProps) {
  return (
    <Alert role="alert" title={words.leaves(title, phase)}>
      <p className={styles.hint}>{words.leavesHint}</p>
      <div className={styles.actions}>
        <Button size="xs" data-autofocus onClick={onTakeOut}>
          {words.takeOut}
        </Button>
        <Button size="xs" variant="default" onClick={onKeep}>
          {words.keepIn}
        </Button>
      </div>
    </Alert>
  )
}

function AddPhase({ onAdd }: { readonly onAdd: PhasesModel['add'] }) {
  const [name, setName] = useState('')
  const handleAdd = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '' && (await onAdd(name.trim()))) setName('')
  }
  return (
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
  )
}

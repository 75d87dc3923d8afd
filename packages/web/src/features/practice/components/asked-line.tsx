import type { ArtifactTypeView, ArtifactView, AskedArtifactView } from '@millrace/contract'
import { Circle, CircleCheck, X } from 'lucide-react'
import { useState } from 'react'
import { callOf, useCommands } from '../../../platform/store/index.ts'
import { ActionIcon, TextInput } from '../../../ui/index.ts'
import { textsArtifacts as texts } from '../texts-artifacts.ts'
import styles from './practice.module.css'

type Props = {
  readonly asked: AskedArtifactView
  /** Null: it lies where the person does not see. */
  readonly artifact: ArtifactView | null
  readonly types: readonly ArtifactTypeView[]
  readonly canWrite: boolean
}

/** One artifact that an item asks for, with the questions of its state. */
export function AskedLine({ asked, artifact, types, canWrite }: Props) {
  const { run } = useCommands()
  const state = types.flatMap((type) => type.states).find(({ id }) => id === asked.stateId)
  const isDelivered = asked.deliveredAt !== null
  const name = artifact?.name ?? texts.choose
  const shown = new Map(asked.evidence.map(({ check, note }) => [check, note]))
  const done = state?.checkpoints.filter((check) => (shown.get(check) ?? '') !== '').length ?? 0
  const write = (check: string, note: string) => {
    const evidence = [...new Map(shown).set(check, note)].map(([each, said]) => ({ check: each, note: said }))
    void run('practice.askFor', { ...idsOf(asked), stateId: asked.stateId, evidence })
  }
  const remove = () => {
    const { stateId, evidence } = asked
    const back = [callOf('practice.askFor', { ...idsOf(asked), stateId, evidence: [...evidence] })]
    void run('practice.stopAskingFor', idsOf(asked), { undoLabel: texts.removed(name), back })
  }
  const Sign = isDelivered ? CircleCheck : Circle
  return (
    <li className={styles.step}>
      <div className={styles.line}>
        <span>
          <Sign size={13} aria-hidden /> {texts.asksFor(name, state?.name ?? '')}{' '}
          <span className={styles.soft}>
            {isDelivered ? texts.delivered : texts.answers(done, state?.checkpoints.length ?? 0)}
          </span>
        </span>
        {canWrite && !isDelivered && (
          <ActionIcon size="sm" variant="subtle" aria-label={texts.remove(name)} onClick={remove}>
            <X size={13} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {state?.checkpoints.map((check) => (
        <Checkpoint
          // What somebody else answered meanwhile is shown.
          key={`${check} ${shown.get(check) ?? ''}`}
          check={check}
          note={shown.get(check) ?? ''}
          isReadOnly={!canWrite || isDelivered}
          onSave={(note) => write(check, note)}
        />
      ))}
    </li>
  )
}

type CheckpointProps = {
  readonly check: string
  readonly note: string
  readonly isReadOnly: boolean
  readonly onSave: (note: string) => void
}

function Checkpoint({ check, note, isReadOnly, onSave }: CheckpointProps) {
  const [text, setText] = useState(note)
  return (
    <TextInput
      size="xs"
      label={check}
      placeholder={texts.answer}
      maxLength={2000}
      readOnly={isReadOnly}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text.trim() !== note) onSave(text.trim())
      }}
    />
  )
}

function idsOf({ itemId, artifactId }: AskedArtifactView) {
  return { itemId, artifactId }
}

import type { ModelEdit } from '@millrace/formats/bpmn'
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { Button } from '../../../../ui/index.ts'
import { assignmentWords, changedAssignment } from '../../model/assignment-words.ts'
import type { StepRow } from '../../model/step-rows.ts'
import { stepTexts as texts } from '../../texts-steps.ts'
import { FeelField } from '../model/feel-field.tsx'
import type { Named } from '../model/named-select.tsx'
import { SettledInput } from '../model/settled-input.tsx'
import { WorkPart } from '../model/work-part.tsx'
import styles from './steps.module.css'

type Props = {
  /** Undefined: nothing is chosen. */
  readonly row: StepRow | undefined
  readonly forms: readonly Named[]
  /** Those that are named in the model already. */
  readonly roles: readonly string[]
  readonly onEdit: (edit: ModelEdit) => boolean
  readonly onAdd: (afterId: string) => void
  readonly onRemove: (id: string) => void
}

/** What can be said of the chosen line, and done with it. */
export function StepPanel({ row, forms, roles, onEdit, onAdd, onRemove }: Props) {
  if (!row) {
    return (
      <>
        <p className={styles.help}>{texts.choose}</p>
        <p className={styles.help}>{texts.keys}</p>
      </>
    )
  }
  const { id, what, number } = row
  if (what.kind === 'way') {
    return (
      <>
        <FeelField
          label={texts.condition}
          hint={texts.conditionHint}
          value={what.flow.condition?.text ?? ''}
          onSave={(text) =>
            onEdit({ kind: 'set-condition', flowId: id, condition: text === '' ? null : text })
          }
        />
        <div className={styles.actions}>
          <AddButton label={texts.addHere} onAdd={() => onAdd(id)} />
        </div>
      </>
    )
  }
  const before = assignmentWords(what.node.work.assignment)
  const isWork = number !== ''
  return (
    <>
      <SettledInput
        label={texts.name}
        value={what.node.name}
        onSave={(name) => onEdit({ kind: 'rename', elementId: id, name })}
      />
      <div className={styles.actions}>
        {what.node.type !== 'endEvent' && <AddButton label={texts.add} onAdd={() => onAdd(id)} />}
        {isWork && <StepActions id={id} onEdit={onEdit} onRemove={onRemove} />}
      </div>
      {isWork ? (
        <WorkPart
          {...{ work: before, forms, roles }}
          onChange={(after) =>
            onEdit({ kind: 'assign', elementId: id, assignment: changedAssignment(before, after) })
          }
        />
      ) : (
        <p className={styles.help}>{texts.inPicture}</p>
      )}
    </>
  )
}

function AddButton({ label, onAdd }: { readonly label: string; readonly onAdd: () => void }) {
  return (
    <Button size="xs" variant="default" leftSection={<Plus size={14} aria-hidden />} onClick={onAdd}>
      {label}
    </Button>
  )
}

type ActionProps = Pick<Props, 'onEdit' | 'onRemove'> & { readonly id: string }

function StepActions({ id, onEdit, onRemove }: ActionProps) {
  const move = (to: 'before' | 'after') => onEdit({ kind: 'move-step', elementId: id, to })
  const shared = { size: 'xs', variant: 'default' } as const
  return (
    <>
      <Button {...shared} leftSection={<ArrowUp size={14} aria-hidden />} onClick={() => move('before')}>
        {texts.earlier}
      </Button>
      <Button {...shared} leftSection={<ArrowDown size={14} aria-hidden />} onClick={() => move('after')}>
        {texts.later}
      </Button>
      <Button {...shared} leftSection={<Trash2 size={14} aria-hidden />} onClick={() => onRemove(id)}>
        {texts.remove}
      </Button>
    </>
  )
}

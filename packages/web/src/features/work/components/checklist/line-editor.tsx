import type { ChecklistLine, ChecklistLinePatch } from '@millrace/core/work'
import { callOf } from '../../../../platform/store/index.ts'
import { DayPicker } from '../../../../ui/index.ts'
import { useApplyCalls } from '../../hooks/use-apply-calls.tsx'
import type { Lookup } from '../../model/lookup.ts'
import { textsChecklist } from '../../texts-checklist.ts'
import { textsEdit } from '../../texts-edit.ts'
import { Anchored } from '../editors/anchored.tsx'
import editorStyles from '../editors/editors.module.css'
import { OptionPicker } from '../editors/option-picker.tsx'
import { personOptions } from '../editors/options.tsx'

/** What of a line is chosen from a list or a calendar. */
export type LineField = 'due' | 'person'

/** What is being chosen for a line, and over which place on the screen. */
export type Editing = { readonly lineId: string; readonly field: LineField; readonly rect: DOMRect }

type Props = {
  readonly line: ChecklistLine
  readonly field: LineField
  readonly rect: DOMRect
  readonly lookup: Lookup
  readonly onDone: () => void
}

/** Chooses the day or the person of a line. */
export function LineEditor({ line, field, rect, lookup, onDone }: Props) {
  const apply = useApplyCalls()
  const change = (patch: ChecklistLinePatch) => {
    apply([callOf('work.changeChecklistLine', { id: line.id, patch })])
    onDone()
  }
  const label = field === 'due' ? textsChecklist.pickDue : textsEdit.pick.person
  return (
    <Anchored rect={rect} label={label} onClose={onDone}>
      {field === 'due' ? (
        <div className={editorStyles.day}>
          <DayPicker
            label={label}
            value={line.dueOn}
            weekStart={lookup.organisation.weekStart}
            onChange={(dueOn) => change({ dueOn })}
          />
        </div>
      ) : (
        <OptionPicker
          label={label}
          options={personOptions(lookup)}
          selected={[line.responsibleId ?? '']}
          onPick={(id) => change({ responsibleId: id || null })}
        />
      )}
    </Anchored>
  )
}

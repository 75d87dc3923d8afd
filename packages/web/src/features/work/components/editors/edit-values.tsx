import type { WorkItem } from '@millrace/core/work'
import { newId } from '../../../../platform/new-id.ts'
import { callOf } from '../../../../platform/store/index.ts'
import { DayPicker } from '../../../../ui/index.ts'
import { useApplyCalls } from '../../hooks/use-apply-calls.tsx'
import { changeItem, moveItem, ownState } from '../../model/moves.ts'
import { shared, whatOf } from '../../model/what-of.ts'
import { texts } from '../../texts.ts'
import { textsEdit } from '../../texts-edit.ts'
import { AreaPicker } from './area-picker.tsx'
import type { EditorProps } from './editor-props.ts'
import styles from './editors.module.css'
import { OptionPicker } from './option-picker.tsx'
import { labelOptions, PRIORITY_OPTIONS, personOptions, stateOptions, teamOptions } from './options.tsx'

/** Moves items to a state of their workflow. */
export function EditState({ items, lookup, onDone }: EditorProps) {
  const apply = useApplyCalls()
  const options = stateOptions(items, lookup)
  return (
    <OptionPicker
      label={textsEdit.pick.state}
      options={options}
      selected={shared(items, (item) => item.stateId)}
      onPick={(stateId) => {
        const calls = items.flatMap((item) => {
          const own = ownState(item, stateId, lookup)
          return own === null || own === item.stateId ? [] : [moveItem(item, own)]
        })
        const name = options.find((option) => option.id === stateId)?.name ?? stateId
        apply(calls, textsEdit.did.move(whatOf(items), name))
        onDone()
      }}
    />
  )
}

export function EditPriority({ items, onDone }: EditorProps) {
  const apply = useApplyCalls()
  return (
    <OptionPicker
      label={textsEdit.pick.priority}
      options={PRIORITY_OPTIONS}
      selected={shared(items, (item) => String(item.priority))}
      onPick={(id) => {
        const priority = ([0, 1, 2, 3, 4] as const).find((each) => String(each) === id) ?? 0
        apply(
          items.map((item) => changeItem(item, { priority })),
          undoFor(items),
        )
        onDone()
      }}
    />
  )
}

const PERSON_FIELDS = {
  responsible: 'responsibleId',
  accountable: 'accountableId',
  requester: 'requesterId',
} as const

type PersonProps = EditorProps & { readonly field: keyof typeof PERSON_FIELDS }

export function EditPerson({ items, lookup, onDone, field }: PersonProps) {
  const apply = useApplyCalls()
  const property = PERSON_FIELDS[field]
  return (
    <OptionPicker
      label={textsEdit.pick.person}
      options={personOptions(lookup)}
      selected={shared(items, (item) => item[property] ?? '')}
      onPick={(id) => {
        apply(
          items.map((item) => changeItem(item, { [property]: id || null })),
          undoFor(items),
        )
        onDone()
      }}
    />
  )
}

export function EditTeam({ items, lookup, onDone }: EditorProps) {
  const apply = useApplyCalls()
  return (
    <OptionPicker
      label={textsEdit.pick.team}
      options={teamOptions(lookup)}
      selected={shared(items, (item) => item.teamId ?? '')}
      onPick={(id) => {
        apply(
          items.map((item) => changeItem(item, { teamId: id || null })),
          undoFor(items),
        )
        onDone()
      }}
    />
  )
}

/** A click puts a label on all the items, or takes it off when all of them have it. */
export function EditLabels({ items, lookup }: EditorProps) {
  const apply = useApplyCalls()
  const onAll = [...lookup.labels.keys()].filter((id) => items.every((item) => item.labelIds.includes(id)))
  const toggled = (item: WorkItem, id: string) =>
    onAll.includes(id) ? item.labelIds.filter((each) => each !== id) : [...new Set([...item.labelIds, id])]
  return (
    <OptionPicker
      label={textsEdit.pick.labels}
      options={labelOptions(lookup)}
      selected={onAll}
      isMultiple
      onPick={(id) => apply(items.map((item) => changeItem(item, { labelIds: toggled(item, id) })))}
      onCreate={(name) => {
        const id = newId()
        apply([
          callOf('work.createLabel', { id, name }),
          ...items.map((item) => changeItem(item, { labelIds: [...item.labelIds, id] })),
        ])
      }}
    />
  )
}

type DayProps = EditorProps & { readonly field: 'due' | 'start' }

export function EditDay({ items, lookup, onDone, field }: DayProps) {
  const apply = useApplyCalls()
  const property = field === 'due' ? 'dueOn' : 'startsOn'
  return (
    <div className={styles.day}>
      <DayPicker
        label={texts.field[field]}
        value={shared(items, (item) => item[property] ?? '')[0] || null}
        weekStart={lookup.organisation.weekStart}
        onChange={(day) => {
          apply(
            items.map((item) => changeItem(item, { [property]: day })),
            undoFor(items),
          )
          onDone()
        }}
      />
    </div>
  )
}

export function EditArea({ items, onDone }: EditorProps) {
  const apply = useApplyCalls()
  const [first] = items
  return (
    first && (
      <AreaPicker
        value={first.area}
        onPick={(area) => {
          apply(
            items.map((item) => changeItem(item, { area })),
            undoFor(items),
          )
          onDone()
        }}
      />
    )
  )
}

/** One change is seen where it happens; several at once are worth a notice to take them back by. */
function undoFor(items: readonly WorkItem[]): string | undefined {
  return items.length > 1 ? textsEdit.did.change(whatOf(items)) : undefined
}

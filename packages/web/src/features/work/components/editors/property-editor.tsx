import type { Lookup } from '../../model/lookup.ts'
import { texts } from '../../texts.ts'
import { textsEdit } from '../../texts-edit.ts'
import { Anchored } from './anchored.tsx'
import { EditChoice, EditCustomDate } from './edit-custom.tsx'
import { EditPractice } from './edit-practice.tsx'
import { EditBlocked, EditHandOff, EditWaiting } from './edit-standing.tsx'
import {
  EditArea,
  EditDay,
  EditLabels,
  EditPerson,
  EditPriority,
  EditState,
  EditTeam,
} from './edit-values.tsx'
import type { EditorProps } from './editor-props.ts'

type Props = EditorProps & { readonly field: string; readonly rect: DOMRect }

/** The editor of one property of some items, opened over the place that shows it. */
export function PropertyEditor({ field, rect, ...editor }: Props) {
  const content = editorOf(field, editor)
  return (
    content && (
      <Anchored rect={rect} label={nameOf(field, editor.lookup)} onClose={editor.onDone}>
        {content}
      </Anchored>
    )
  )
}

function editorOf(field: string, editor: EditorProps) {
  switch (field) {
    case 'state':
      return <EditState {...editor} />
    case 'priority':
      return <EditPriority {...editor} />
    case 'responsible':
    case 'accountable':
    case 'requester':
      return <EditPerson {...editor} field={field} />
    case 'team':
      return <EditTeam {...editor} />
    case 'labels':
      return <EditLabels {...editor} />
    case 'due':
    case 'start':
      return <EditDay {...editor} field={field} />
    case 'practice':
      return <EditPractice {...editor} />
    case 'area':
      return <EditArea {...editor} />
    case 'wait':
    case 'standing':
      return <EditWaiting {...editor} />
    case 'block':
      return <EditBlocked {...editor} />
    case 'handOff':
      return <EditHandOff {...editor} />
    default:
      return customEditor(field, editor)
  }
}

function customEditor(field: string, editor: EditorProps) {
  const key = field.startsWith('field.') ? field.slice('field.'.length) : null
  const custom = [...editor.lookup.fields.values()].find((each) => each.key === key)
  if (!custom) return null
  return custom.kind === 'date' ? (
    <EditCustomDate {...editor} custom={custom} />
  ) : (
    <EditChoice {...editor} custom={custom} />
  )
}

function nameOf(field: string, lookup: Lookup): string {
  const named: Readonly<Record<string, string>> = texts.field
  const custom = [...lookup.fields.values()].find((each) => `field.${each.key}` === field)
  return named[field] ?? custom?.name ?? textsEdit.pick.value
}

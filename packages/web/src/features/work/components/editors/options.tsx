import { isMoveAllowed, type WorkItem } from '@millrace/core/work'
import { PersonAvatar, PriorityMark, StateShape } from '../../../../ui/index.ts'
import type { Lookup } from '../../model/lookup.ts'
import { mergeWorkflows } from '../../model/merged-states.ts'
import { texts } from '../../texts.ts'
import { textsEdit } from '../../texts-edit.ts'
import { LabelDot } from '../marks/label-dot.tsx'
import type { PickOption } from './option-picker.tsx'

/** The states that items can be moved to: those of all their workflows, with what forbids them. */
export function stateOptions(items: readonly WorkItem[], lookup: Lookup): PickOption[] {
  const types = [...new Set(items.map((item) => item.typeId))].flatMap((id) => lookup.types.get(id) ?? [])
  const [only] = items
  const workflow = items.length === 1 && only ? lookup.types.get(only.typeId)?.workflow : undefined
  return mergeWorkflows(types).map((state) => {
    const isForbidden = only && workflow && !isMoveAllowed(workflow, only.stateId, state.key)
    return {
      id: state.key,
      name: state.label,
      sign: <StateShape group={state.stateGroup} />,
      hint: texts.stateGroup[state.stateGroup] === state.label ? '' : texts.stateGroup[state.stateGroup],
      ...(isForbidden ? { refusal: textsEdit.notAllowedFromHere } : {}),
    }
  })
}

export const PRIORITY_OPTIONS: readonly PickOption[] = ([4, 3, 2, 1, 0] as const).map((priority) => ({
  id: String(priority),
  name: texts.priority[priority] ?? '',
  sign: <PriorityMark priority={priority} />,
  hint: String(priority),
}))

/** Everybody who can be given work; oneself first, then by name. Nobody comes last. */
export function personOptions(lookup: Lookup): PickOption[] {
  const people = [...lookup.people.values()].filter((person) => person.status !== 'inactive')
  const mine = (id: string) => Number(id !== lookup.me.personId)
  return [
    ...people
      .toSorted((a, b) => mine(a.id) - mine(b.id) || a.name.localeCompare(b.name))
      .map((person) => ({
        id: person.id,
        name: person.name,
        sign: <PersonAvatar person={person} size={18} />,
        hint: person.id === lookup.me.personId ? textsEdit.you : person.title,
      })),
    { id: '', name: texts.group.nobody, sign: <PersonAvatar person={null} size={18} /> },
  ]
}

export function teamOptions(lookup: Lookup): PickOption[] {
  const teams = [...lookup.teams.values()].filter((team) => team.archivedAt === null)
  return [
    ...teams.toSorted((a, b) => a.name.localeCompare(b.name)).map(({ id, name }) => ({ id, name })),
    { id: '', name: texts.group.noTeam },
  ]
}

export function labelOptions(lookup: Lookup): PickOption[] {
  const labels = [...lookup.labels.values()].filter((label) => label.archivedAt === null)
  return labels
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(({ id, name, colour }) => ({ id, name, sign: <LabelDot colour={colour} /> }))
}

import type { ActivityView } from '@millrace/contract'
import { type ChecklistEvent, type LineInEvent } from '@millrace/core/work'
import { formatDay } from '../../../ui/index.ts'
import { textsActivity } from '../texts-activity.ts'
import type { Lookup } from './lookup.ts'

type Sentence = { readonly text: string; readonly details?: readonly string[] }
type LineKind = keyof (typeof textsActivity)['lines']

/** What happened to checklists, in plain words; null when the event is about something else. */
export function checklistInWords(event: ActivityView, lookup: Lookup): Sentence | null {
  // The journal holds what core decided; kinds it does not know fall through.
  const known = event as Pick<ActivityView, 'seq'> & ChecklistEvent
  if ('list' in known.data) return aboutList(event.kind, known.data.list)
  if (!('lines' in known.data) || !isLineKind(event.kind)) return null
  const { lines } = known.data
  const [only] = lines
  if (lines.length !== 1 || !only) {
    const text = textsActivity.manyLines[event.kind](lines.length)
    return { text, details: lines.map((line) => line.text) }
  }
  return event.kind === 'work.lines_changed'
    ? changedLine(only, lookup)
    : { text: textsActivity.lines[event.kind](only.text), details: [] }
}

function aboutList(
  kind: string,
  list: { readonly name: string; readonly nameBefore?: string },
): Sentence | null {
  const words: Readonly<Record<string, (name: string) => string>> = textsActivity.list
  if (list.nameBefore !== undefined) {
    return { text: textsActivity.renamedList(list.nameBefore, list.name), details: [] }
  }
  const say = words[kind]
  return say ? { text: say(list.name), details: [] } : null
}

function changedLine(line: LineInEvent, lookup: Lookup): Sentence {
  const { text, responsibleId, dueOn } = line.changes ?? {}
  const words = textsActivity.lineChange
  const name = (id: string) => lookup.people.get(id)?.name ?? textsActivity.somebody
  const facts = [
    ...(text ? [words.text(text.from, text.to)] : []),
    ...(responsibleId
      ? [words.person(line.text, responsibleId.to === null ? null : name(responsibleId.to))]
      : []),
    ...(dueOn ? [words.due(line.text, dueOn.to === null ? null : formatDay(dueOn.to))] : []),
  ]
  const [only = textsActivity.lines['work.lines_changed'](line.text)] = facts
  return facts.length > 1 ? { text: textsActivity.changed, details: facts } : { text: only, details: [] }
}

function isLineKind(kind: string): kind is LineKind {
  return kind in textsActivity.lines
}

import type { ArtifactTypeView, PracticeView } from '@millrace/contract'
import type { Input } from '../../../platform/api.ts'
import { readEffort } from '../../../ui/index.ts'

/** What is said of a practice, as it is sent. */
export type PracticeInput = Input<'practice.savePractice'>

/** Three lengths as they are typed. */
export type RangeDraft = { readonly low: string; readonly likely: string; readonly high: string }

/** A practice as it is typed. */
export type PracticeDraft = {
  readonly name: string
  readonly discipline: string
  readonly tools: readonly string[]
  readonly areas: readonly PracticeView['areas'][number][]
  readonly stages: readonly string[]
  readonly roles: readonly { readonly name: string; readonly qualification: string }[]
  readonly unit: string
  readonly effort: RangeDraft
  readonly duration: RangeDraft
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly after: readonly string[]
  readonly body: string
  readonly checklist: string
  readonly attachment: PracticeView['description']['attachment']
}

const EMPTY: RangeDraft = { low: '', likely: '', high: '' }

/** What a form starts with: an empty practice of a name, or one that there is. */
export function draftOf(
  practice: PracticeView | null,
  {
    name = '',
    area = '2.2',
  }: { readonly name?: string; readonly area?: PracticeDraft['areas'][number] } = {},
): PracticeDraft {
  if (practice === null) {
    return {
      ...{ name, discipline: '', tools: [], areas: [area], stages: [], unit: '' },
      ...{ roles: [{ name: '', qualification: '' }], effort: EMPTY, duration: EMPTY },
      ...{ inputs: [], outputs: [], after: [], body: '', checklist: '', attachment: null },
    }
  }
  const { norm, description, roles } = practice
  const { discipline, tools, areas, stages, inputs, outputs, after } = practice
  return {
    ...{ name: practice.name, discipline, tools, areas, stages, inputs, outputs, after },
    roles: roles.length > 0 ? roles : [{ name: '', qualification: '' }],
    ...{ unit: norm?.unit ?? '', effort: rangeOf(norm?.effortMin), duration: rangeOf(norm?.durationMin) },
    ...{ body: description.body, checklist: description.checklist.join('\n') },
    attachment: description.attachment,
  }
}

type Range = { readonly low: number; readonly likely: number; readonly high: number }

function rangeOf(range: Range | null | undefined): RangeDraft {
  if (!range) return EMPTY
  const { low, likely, high } = range
  return { low: written(low), likely: written(likely), high: written(high) }
}

/** Exactly, so that what is not touched stays what it is. */
function written(minutes: number): string {
  return minutes % 60 === 0 ? `${String(minutes / 60)}h` : `${String(minutes)}m`
}

/** The minutes of three lengths: null when nothing is said, undefined when it cannot be read. */
export function readRange({ low, likely, high }: RangeDraft): Range | null | undefined {
  const typed = [low, likely, high].map((text) => text.trim())
  if (typed.every((text) => text === '')) return null
  const [from, usual, to] = typed.map((text) => readEffort(text))
  if (typeof from !== 'number' || typeof usual !== 'number' || typeof to !== 'number') return undefined
  return { low: from, likely: usual, high: to }
}

/** What is sent; null while something is missing or cannot be read. */
export function saidBy(draft: PracticeDraft): Omit<PracticeInput, 'id' | 'version'> | null {
  const [effortMin, durationMin] = [readRange(draft.effort), readRange(draft.duration)]
  if (draft.name.trim() === '' || draft.areas.length === 0) return null
  if (effortMin === undefined || durationMin === undefined) return null
  const { name, discipline, tools, areas, stages, inputs, outputs, after, body, attachment } = draft
  const unit = draft.unit.trim()
  return {
    ...{ name: name.trim(), discipline: discipline.trim(), tools, areas, stages, inputs, outputs, after },
    roles: draft.roles.filter((role) => role.name.trim() !== ''),
    norm: unit === '' ? null : { unit, effortMin, durationMin },
    description: { body, checklist: linesOf(draft.checklist), attachment },
  }
}

/** A practice as it was, as it is sent again. */
export function inputOf(practice: PracticeView): PracticeInput {
  const { id, name, discipline, tools, areas, stages, roles, norm } = practice
  const { inputs, outputs, after, description } = practice
  return { id, name, discipline, tools, areas, stages, roles, norm, inputs, outputs, after, description }
}

/** The lines of a text that say something. */
export function linesOf(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => line.trim() || [])
}

/** How a state of an artifact is called, by its id. */
export type StateNames = ReadonlyMap<string, { readonly type: string; readonly state: string }>

/** The states of all types by their ids. */
export function stateNames(types: readonly ArtifactTypeView[]): StateNames {
  return new Map(
    types.flatMap((type) =>
      type.states.map(({ id, name }) => [id, { type: type.name, state: name }] as const),
    ),
  )
}

import { err, type Id, ok, type Result } from '../kernel/index.ts'
import { type CustomField, type FieldValue, isComputed } from './custom-field.ts'
import type { Priority } from './work-item.ts'
import { findState, type Workflow } from './workflow.ts'

/** What every item has and a type can ask for before an item enters a state. */
export const REQUIRABLE = [
  'responsibleId',
  'accountableId',
  'startsOn',
  'dueOn',
  'effortMin',
  'description',
] as const
/** Fields that a type can ask for before an item enters a state. Custom fields are named by `field:` and key. */
export type RequirableField = (typeof REQUIRABLE)[number] | `field:${string}`

/** What a new item of a type begins with, where whoever makes it says nothing else. */
export type TypeDefaults = {
  readonly description?: string | undefined
  readonly priority?: Priority | undefined
  /** `maker`: whoever makes the item. */
  readonly responsibleId?: Id<'Person'> | 'maker' | undefined
  readonly labelIds?: readonly Id<'Label'>[] | undefined
  readonly effortMin?: number | undefined
  /** The norm of production: one unit takes so many minutes of work. Plans take it over with the quantity. */
  readonly normMin?: number | undefined
  readonly normUnit?: string | undefined
  /** Due so many days after it was made, or after it starts where that is later. */
  readonly dueInDays?: number | undefined
  /** Values of own fields by id. */
  readonly fields?: Readonly<Record<string, FieldValue>> | undefined
}

/** What kind of thing an item is, and the rules it follows from start to end. */
export type ItemType = {
  readonly id: Id<'ItemType'>
  readonly name: string
  readonly icon: string
  readonly workflow: Workflow
  /** Fields that must be filled on entry, by state id. */
  readonly required: Readonly<Record<string, readonly RequirableField[]>>
  /** `hard`: work may not start before the item is ready, six of six. `soft`: it warns. */
  readonly readinessGate: 'hard' | 'soft'
  /** Closing waits for the requester's acceptance, and for notice given that the world has changed. */
  readonly needsAcceptance: boolean
  readonly needsNotice: boolean
  /** What a new item begins with. */
  readonly defaults?: TypeDefaults | undefined
  /** The own fields that its items show, in this order; null: all of them, in the order of the organisation. */
  readonly fieldIds?: readonly Id<'CustomField'>[] | null | undefined
  readonly version: number
}

/** What a type asks for, by the state that an item enters. */
export type Requirements = Readonly<Record<string, readonly string[]>>

/**
 * Checks what a type asks for: known states, and fields that people can fill in.
 *
 * @returns refused with `work.state_unknown` or `work.required_field_wrong`
 */
export function checkRequirements(
  required: Requirements,
  { workflow, fields }: { readonly workflow: Workflow; readonly fields: Iterable<CustomField> },
): Result<Requirements> {
  const filled = [...fields].filter((field) => !isComputed(field)).map(({ key }) => `field:${key}`)
  const known = new Set<string>([...REQUIRABLE, ...filled])
  for (const [state, names] of Object.entries(required)) {
    if (!findState(workflow, state)) return err({ code: 'work.state_unknown', params: { state } })
    const wrong = names.find((name) => !known.has(name))
    if (wrong !== undefined) return err({ code: 'work.required_field_wrong', params: { field: wrong } })
  }
  return ok(required)
}

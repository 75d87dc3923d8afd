import type { Id } from '../kernel/index.ts'
import type { Workflow } from './workflow.ts'

/** Fields that a type can ask for before an item enters a state. Custom fields are named by `field:` and key. */
export type RequirableField =
  | 'responsibleId'
  | 'accountableId'
  | 'dueOn'
  | 'startsOn'
  | 'effortMin'
  | 'description'
  | `field:${string}`

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
  readonly version: number
}

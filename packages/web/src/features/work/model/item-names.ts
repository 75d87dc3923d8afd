import type { WorkItem } from '@millrace/core/work'
import type { Container, Person } from '../../../platform/store/index.ts'
import { texts } from '../texts.ts'
import type { Lookup } from './lookup.ts'

/** What an item refers to, as far as it is visible, with words for those who listen. */
export type ItemNames = {
  readonly home: Container | undefined
  readonly state: string
  readonly responsible: Person | null
  readonly responsibleName: string
  readonly priority: string
}

/** Looks up what every layout shows of an item. */
export function itemNames(item: WorkItem, lookup: Lookup): ItemNames {
  const states = lookup.types.get(item.typeId)?.workflow.states ?? []
  const responsible = lookup.people.get(item.responsibleId ?? '') ?? null
  return {
    home: lookup.containers.get(item.containerIds[0] ?? ''),
    state: states.find((state) => state.id === item.stateId)?.name ?? item.stateId,
    responsible,
    responsibleName: responsible?.name ?? texts.group.nobody,
    priority: texts.priority[item.priority] ?? '',
  }
}

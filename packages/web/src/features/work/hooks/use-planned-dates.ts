import type { PlannedDatesView, RelationView } from '@millrace/contract'
import type { WorkItem } from '@millrace/core/work'
import { useMemo } from 'react'
import { call } from '../../../platform/api.ts'
import { useStore } from '../../../platform/store/index.ts'
import type { Lookup } from '../model/lookup.ts'
import { useOfProjects, useProjectsOf } from './use-of-projects.ts'

/** When items are planned, and what they wait for. */
export type Planned = {
  readonly datesOf: ReadonlyMap<string, PlannedDatesView>
  readonly links: readonly RelationView[]
  /** The plans could not be asked for: items stand on their own days. */
  readonly isMissing: boolean
}

const NOTHING: Planned = { datesOf: new Map(), links: [], isMissing: false }

/** What the plans of all projects that some items are in say about their dates; asked for again when one changed. */
export function usePlannedDates(items: readonly WorkItem[], lookup: Lookup): Planned {
  const { organisationId } = useStore()
  const { answers, isError } = useOfProjects({
    name: 'schedule.listPlannedDates',
    containerIds: useProjectsOf(items, lookup),
    ask: (containerIds, signal) =>
      call('schedule.listPlannedDates', { containerIds }, { organisationId, signal }),
    changes: ['plan', 'planItem', 'relation'],
  })
  return useMemo(() => {
    if (!answers) return { ...NOTHING, isMissing: isError }
    return {
      datesOf: new Map(answers.flatMap(({ rows }) => rows.map((row) => [row.itemId, row]))),
      links: answers.flatMap(({ links }) => links),
      isMissing: false,
    }
  }, [answers, isError])
}

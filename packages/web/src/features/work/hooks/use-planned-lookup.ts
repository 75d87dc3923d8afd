import { bindQuery, parseQuery, readsPlans, type WorkItem } from '@millrace/core/work'
import { useMemo } from 'react'
import { call } from '../../../platform/api.ts'
import { useStore } from '../../../platform/store/index.ts'
import { isPlannedField } from '../model/columns/planned-columns.ts'
import type { Lookup } from '../model/lookup.ts'
import type { ViewSettings } from '../model/view-settings.ts'
import { viewerOf } from '../model/viewer.ts'
import { useCatalogue } from './use-catalogue.ts'
import { useOfProjects, useProjectsOf } from './use-of-projects.ts'

/** Whether what plans say is here, on its way, or could not be had. */
export type PlansAre = 'here' | 'coming' | 'missing'

const NO_ITEMS: readonly WorkItem[] = []

/** With what plans say of items, where a view filters, sorts or gathers by it, or shows it. */
export function usePlannedLookup(
  items: readonly WorkItem[],
  lookup: Lookup,
  view: { readonly settings: ViewSettings; readonly filter: string },
): { readonly lookup: Lookup; readonly plans: PlansAre } {
  const { organisationId } = useStore()
  const isAsked = useIsAsked(lookup, view)
  const containerIds = useProjectsOf(isAsked ? items : NO_ITEMS, lookup)
  const { answers, isError } = useOfProjects({
    name: 'work.listPlanned',
    containerIds,
    ask: (ids, signal) => call('work.listPlanned', { containerIds: ids }, { organisationId, signal }),
    changes: ['planFinding', 'planItem'],
  })
  return useMemo(() => {
    if (!isAsked || containerIds.length === 0) return { lookup, plans: 'here' }
    if (!answers) return { lookup, plans: isError ? 'missing' : 'coming' }
    const planned = new Map(answers.flatMap(({ rows }) => rows.map((row) => [row.itemId, row])))
    return { lookup: { ...lookup, planned }, plans: 'here' }
  }, [lookup, isAsked, containerIds, answers, isError])
}

function useIsAsked(
  { me, organisation, today }: Lookup,
  { settings, filter }: { readonly settings: ViewSettings; readonly filter: string },
): boolean {
  const catalogue = useCatalogue()
  const isFiltered = useMemo(() => {
    const parsed = parseQuery(filter)
    const bound = parsed.ok && bindQuery(parsed.value, catalogue, viewerOf({ me, organisation, today }))
    return bound !== false && bound.ok && readsPlans(bound.value)
  }, [filter, catalogue, me, organisation, today])
  const { sort, group, lanes, columns } = settings
  return isFiltered || [sort.field, group, lanes, ...(columns ?? [])].some(isPlannedField)
}

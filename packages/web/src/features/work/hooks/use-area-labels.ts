import { useQuery } from '@tanstack/react-query'
import { call } from '../../../platform/api.ts'
import { useChanges, useStore } from '../../../platform/store/index.ts'
import { texts } from '../texts.ts'

/** What rows and columns of the areas of interest are called here: own words of the organisation, or the usual ones. */
export function useAreaLabels(): { readonly rows: readonly string[]; readonly columns: readonly string[] } {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['practice.getAreaLabels', organisationId],
    queryFn: async ({ signal }) => await call('practice.getAreaLabels', {}, { organisationId, signal }),
  })
  useChanges(['areas'], () => void asked.refetch())
  const { rows, columns } = asked.data ?? { rows: [], columns: [] }
  return {
    rows: texts.areaRow.map((usual, place) => rows[place] ?? usual),
    columns: texts.areaColumn.map((usual, place) => columns[place] ?? usual),
  }
}

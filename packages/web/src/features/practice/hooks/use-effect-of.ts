import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '../../../platform/api.ts'
import { useStore } from '../../../platform/store/index.ts'

/** What a change of a practice did to the flow of its work; null: the newest change. */
export function useEffectOf(id: string, since: number | null) {
  const { organisationId } = useStore()
  return useQuery({
    queryKey: ['practice.getEffect', organisationId, id, since],
    queryFn: async ({ signal }) => {
      const input = since === null ? { id } : { id, since }
      return await call('practice.getEffect', input, { organisationId, signal })
    },
    placeholderData: keepPreviousData,
  })
}

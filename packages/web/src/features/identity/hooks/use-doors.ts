import { useQuery } from '@tanstack/react-query'
import { call } from '../../../platform/api.ts'

/** The providers that sign people in: those of an organisation by its name in addresses, or those listed for all. */
export function useDoors(organisation: string | undefined) {
  return useQuery({
    queryKey: ['doors', organisation],
    queryFn: () => call('identity.listDoors', organisation === undefined ? {} : { organisation }),
    staleTime: 60_000,
  })
}

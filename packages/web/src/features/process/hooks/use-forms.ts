import { skipToken, useQuery } from '@tanstack/react-query'
import { call } from '../../../platform/api.ts'
import { useChanges, useStore } from '../../../platform/store/index.ts'

/** The forms of a process, kept up to date. */
export function useForms(containerId: string) {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['process.listForms', organisationId, containerId],
    queryFn: async ({ signal }) =>
      (await call('process.listForms', { containerId }, { organisationId, signal })).forms,
  })
  useChanges(['form'], () => void asked.refetch())
  return asked
}

/** A form with what it asks; null: none. */
export function useForm(id: string | null) {
  const { organisationId } = useStore()
  return useQuery({
    queryKey: ['process.getForm', organisationId, id],
    queryFn:
      id === null
        ? skipToken
        : async ({ signal }) => await call('process.getForm', { id }, { organisationId, signal }),
    // Somebody edits it: what others save meanwhile is told when this is saved.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

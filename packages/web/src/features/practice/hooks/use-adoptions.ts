import { useQuery } from '@tanstack/react-query'
import { call } from '../../../platform/api.ts'
import { useChanges, useStore } from '../../../platform/store/index.ts'

/** The method sets of all units, kept up to date. */
export function useAdoptions() {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['practice.listAdoptions', organisationId],
    queryFn: async ({ signal }) => await call('practice.listAdoptions', {}, { organisationId, signal }),
  })
  useChanges(['adoption'], () => void asked.refetch())
  return asked
}

/** How a practice came to where it is in a unit. */
export function useAdoptionSteps(id: string) {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['practice.listAdoptionSteps', organisationId, id],
    queryFn: async ({ signal }) =>
      await call('practice.listAdoptionSteps', { id }, { organisationId, signal }),
  })
  useChanges(['adoption'], () => void asked.refetch())
  return asked
}

/** Which practice work of each type follows, and every change of it. */
export function usePracticeChanges() {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['practice.listChanges', organisationId],
    queryFn: async ({ signal }) => await call('practice.listChanges', {}, { organisationId, signal }),
  })
  useChanges(['practiceChange'], () => void asked.refetch())
  return asked
}

/** Open items about methods and tools: what a change of practices can belong to. */
export function useInitiatives() {
  const { organisationId } = useStore()
  return useQuery({
    queryKey: ['practice.initiatives', organisationId],
    queryFn: async ({ signal }) => {
      const input = { query: 'area = 3.2 and open', limit: 200 }
      return await call('work.listItems', input, { organisationId, signal })
    },
  })
}

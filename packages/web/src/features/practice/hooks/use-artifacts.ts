import { useQuery } from '@tanstack/react-query'
import { call } from '../../../platform/api.ts'
import { useChanges, useStore } from '../../../platform/store/index.ts'

/** The artifacts that the person sees, or those of a container, kept up to date. */
export function useArtifacts(containerId: string | null) {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['practice.listArtifacts', organisationId, containerId],
    queryFn: async ({ signal }) => {
      const input = containerId === null ? {} : { containerId }
      return await call('practice.listArtifacts', input, { organisationId, signal })
    },
  })
  useChanges(['artifact'], () => void asked.refetch())
  return asked
}

/** What an item asks for, kept up to date. */
export function useAsked(itemId: string) {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['practice.listAsked', organisationId, itemId],
    queryFn: async ({ signal }) => await call('practice.listAsked', { itemId }, { organisationId, signal }),
  })
  useChanges(['artifact'], () => void asked.refetch())
  return asked
}

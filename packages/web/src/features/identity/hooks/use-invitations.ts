import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../platform/api.ts'
import { useStore } from '../../../platform/store/index.ts'

const LOOK_AGAIN_MS = 2_000

/** The invitations that nobody has accepted yet, and what can be done to them. */
export function useInvitations() {
  const { organisationId } = useStore()
  const queries = useQueryClient()
  const key = ['invitations', organisationId]
  const asked = useInfiniteQuery({
    queryKey: key,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call(
        'identity.listInvitations',
        { limit: 50, ...(pageParam === '' ? {} : { cursor: pageParam }) },
        { organisationId, signal },
      ),
    getNextPageParam: ({ next }) => next,
    // A mail is on its way for a second or two.
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ invitations }) => invitations.some(({ mail }) => mail === 'waiting')) === true
        ? LOOK_AGAIN_MS
        : false,
  })
  const refresh = () => queries.invalidateQueries({ queryKey: key })
  const renew = useMutation({
    mutationFn: (input: { readonly id: string; readonly delivery: 'mail' | 'link' }) =>
      call('identity.renewInvitation', input, { organisationId }),
    onSuccess: refresh,
  })
  const revoke = useMutation({
    mutationFn: (id: string) => call('identity.revokeInvitation', { id }, { organisationId }),
    onSuccess: refresh,
  })
  const invitations = asked.data?.pages.flatMap((page) => page.invitations) ?? []
  return { organisationId, asked, invitations, refresh, renew, revoke }
}

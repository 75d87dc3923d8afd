import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type Output, organisationPath } from '../../../platform/api.ts'
import { newId } from '../../../platform/new-id.ts'
import { useStore } from '../../../platform/store/index.ts'

/** An export of the whole organisation. */
export type OrganisationExport = Output<'exchange.listOrganisationExports'>['exports'][number]

const PAGE = 20
/** Often enough to see it move, seldom enough to cost nothing. */
const LOOK_EVERY_MS = 1_000

/** Exports of the whole organisation, looked at again while one is being made, and what can be done to them. */
export function useOrganisationExports(isAllowed: boolean) {
  const { organisationId } = useStore()
  const queries = useQueryClient()
  const queryKey = ['exchange.listOrganisationExports', organisationId]
  const asked = useInfiniteQuery({
    queryKey,
    enabled: isAllowed,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call(
        'exchange.listOrganisationExports',
        { limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) },
        { organisationId, signal },
      ),
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.exports.some(isRunning)) ? LOOK_EVERY_MS : false,
  })
  const onSettled = () => queries.invalidateQueries({ queryKey })
  return {
    asked,
    exports: asked.data?.pages.flatMap((page) => page.exports) ?? [],
    start: useMutation({
      mutationFn: () => call('exchange.startOrganisationExport', { id: newId() }, { organisationId }),
      onSettled,
    }),
    remove: useMutation({
      mutationFn: (id: string) => call('exchange.removeOrganisationExport', { id }, { organisationId }),
      onSettled,
    }),
    /** Where the browser fetches it, also in parts and for hours. */
    addressOf: (id: string) => organisationPath(organisationId, `/organisation-exports/${id}/content`),
  }
}

/** Whether it is being made. */
export function isRunning({ state }: Pick<OrganisationExport, 'state'>): boolean {
  return state === 'running'
}

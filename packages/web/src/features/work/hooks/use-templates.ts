import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../platform/api.ts'
import { useChanges, useStore } from '../../../platform/store/index.ts'

/** Templates that one can see, by name, page by page; kept up to date while they are shown. */
export function useTemplates() {
  const { organisationId } = useStore()
  const queries = useQueryClient()
  const queryKey = ['templates', organisationId]
  useChanges(['template'], () => void queries.invalidateQueries({ queryKey }))
  const asked = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      call('work.listTemplates', pageParam === null ? {} : { cursor: pageParam }, { organisationId, signal }),
    initialPageParam: null as string | null, // The first page has no cursor; the following ones do.
    getNextPageParam: ({ next }) => next,
  })
  return { ...asked, templates: asked.data?.pages.flatMap((page) => page.templates) ?? [] }
}

/** Asks for the templates anew, after one's own change. */
export function useRefreshTemplates(): () => Promise<void> {
  const { organisationId } = useStore()
  const queries = useQueryClient()
  return async () => {
    await queries.invalidateQueries({ queryKey: ['templates', organisationId] })
    await queries.invalidateQueries({ queryKey: ['template', organisationId] })
  }
}

/** One template with its lines; null: none is asked for. */
export function useTemplate(id: string | null) {
  const { organisationId } = useStore()
  return useQuery({
    queryKey: ['template', organisationId, id],
    enabled: id !== null,
    queryFn: ({ signal }) => call('work.getTemplate', { id: id ?? '' }, { organisationId, signal }),
  })
}

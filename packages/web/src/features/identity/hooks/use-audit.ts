import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { call, type Input, organisationPath } from '../../../platform/api.ts'
import { fetchFile, saveFile } from '../../../platform/download.ts'
import { useStore } from '../../../platform/store/index.ts'

/** What to tell of. */
export type AuditFilter = Input<'identity.exportAudit'>

/** What was done in the organisation, page by page, and the same as a file. */
export function useAudit(filter: AuditFilter, isAllowed: boolean) {
  const { organisationId } = useStore()
  const asked = useInfiniteQuery({
    queryKey: ['audit', organisationId, filter],
    enabled: isAllowed,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call(
        'identity.listAudit',
        { ...filter, limit: 50, ...(pageParam === '' ? {} : { cursor: pageParam }) },
        { organisationId, signal },
      ),
    getNextPageParam: ({ next }) => next,
  })
  const save = useMutation({
    mutationFn: async () => {
      const wanted = Object.entries(filter).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      )
      const path = organisationPath(organisationId, `/audit.csv?${new URLSearchParams(wanted).toString()}`)
      saveFile(await fetchFile(path, { signal: new AbortController().signal, onArrived: () => {} }))
    },
  })
  return { asked, entries: asked.data?.pages.flatMap((page) => page.entries) ?? [], save }
}

import type { FileView } from '@millrace/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { call, organisationPath } from '../../../platform/api.ts'
import { useChanges, useCommands, useStore } from '../../../platform/store/index.ts'
import { useUploads } from './use-uploads.ts'

const PAGE = 100

/** What files are attached to. */
export type FilePlace = { readonly itemId: string } | { readonly containerId: string }

/** Files attached to something, newest first, and those on their way. */
export function useFiles(place: FilePlace) {
  const { organisationId } = useStore()
  const { run } = useCommands()
  const asked = useInfiniteQuery({
    queryKey: ['files.listFiles', organisationId, place],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const input = { ...place, limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) }
      return await call('files.listFiles', input, { organisationId, signal })
    },
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const { refetch } = asked
  const uploads = useUploads(place, refetch)
  useChanges(['file'], () => void refetch())
  return {
    ...uploads,
    files: asked.data?.pages.flatMap((page) => page.files),
    error: asked.error,
    retry: () => void refetch(),
    older: asked.hasNextPage && !asked.isFetchingNextPage ? () => void asked.fetchNextPage() : null,
    remove: async (file: FileView) => {
      await run('files.removeFile', { id: file.id })
      await refetch()
    },
    address: (file: FileView) => organisationPath(organisationId, `/files/${file.id}/content`),
  }
}

export type Files = ReturnType<typeof useFiles>

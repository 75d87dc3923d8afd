import type { FileView } from '@millrace/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call } from '../../../platform/api.ts'
import { newId } from '../../../platform/new-id.ts'
import { explain } from '../../../platform/refused.ts'
import { useChanges, useCommands, useStore } from '../../../platform/store/index.ts'
import { uploadFile } from '../../../platform/upload.ts'

const PAGE = 100

/** What files are attached to. */
export type FilePlace = { readonly itemId: string } | { readonly containerId: string }

/** A file on its way: how much of it has been sent, and why it stopped. */
export type Upload = {
  readonly id: string
  readonly file: File
  readonly share: number
  readonly problem: string | null
}

/** Files attached to something, newest first, and those on their way. */
export function useFiles(place: FilePlace) {
  const { organisationId } = useStore()
  const { run } = useCommands()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const cancels = useRef(new Map<string, AbortController>())
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
  useChanges(['file'], () => void refetch())

  const patch = (id: string, change: Partial<Upload>) =>
    setUploads((before) => before.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)))
  const drop = (id: string) => {
    cancels.current.get(id)?.abort()
    cancels.current.delete(id)
    setUploads((before) => before.filter((upload) => upload.id !== id))
  }
  const send = async (id: string, file: File) => {
    const cancel = new AbortController()
    cancels.current.set(id, cancel)
    const params = new URLSearchParams({ ...place, id })
    try {
      await uploadFile(`/files?${params.toString()}`, file, {
        organisationId,
        signal: cancel.signal,
        onProgress: (share) => patch(id, { share }),
      })
      await refetch()
      drop(id)
    } catch (error) {
      if (cancel.signal.aborted) return
      const { sentence, remedy } = explain(error)
      patch(id, { problem: `${sentence} ${remedy}` })
    }
  }
  return {
    files: asked.data?.pages.flatMap((page) => page.files),
    uploads,
    error: asked.error,
    retry: () => void refetch(),
    older: asked.hasNextPage && !asked.isFetchingNextPage ? () => void asked.fetchNextPage() : null,
    attach: (files: readonly File[]) => {
      const added = files.map((file) => ({ id: newId(), file, share: 0, problem: null }))
      setUploads((before) => [...before, ...added])
      for (const { id, file } of added) void send(id, file)
    },
    again: ({ id, file }: Upload) => {
      patch(id, { problem: null, share: 0 })
      void send(id, file)
    },
    giveUp: drop,
    remove: async (file: FileView) => {
      await run('files.removeFile', { id: file.id })
      await refetch()
    },
    address: (file: FileView) => `/api/v1/o/${organisationId}/files/${file.id}/content`,
  }
}

export type Files = ReturnType<typeof useFiles>

import { useRef, useState } from 'react'
import { newId } from '../../../platform/new-id.ts'
import { explain } from '../../../platform/refused.ts'
import { useStore } from '../../../platform/store/index.ts'
import { uploadFile } from '../../../platform/upload.ts'

/** A file on its way: how much of it has been sent, and why it stopped. */
export type Upload = {
  readonly id: string
  readonly file: File
  readonly share: number
  readonly problem: string | null
}

/**
 * Files on their way to what they are attached to.
 *
 * @param place `itemId` or `containerId`, as the server takes it
 * @param onArrived is awaited before a file that has arrived leaves the list, so that it never blinks
 */
export function useUploads(place: Readonly<Record<string, string>>, onArrived: () => Promise<unknown>) {
  const { organisationId } = useStore()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const cancels = useRef(new Map<string, AbortController>())
  const patch = (id: string, change: Partial<Upload>) =>
    setUploads((before) => before.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)))
  const giveUp = (id: string) => {
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
      await onArrived()
      giveUp(id)
    } catch (error) {
      if (cancel.signal.aborted) return
      const { sentence, remedy } = explain(error)
      patch(id, { problem: `${sentence} ${remedy}` })
    }
  }
  return {
    uploads,
    giveUp,
    attach: (files: readonly File[]) => {
      const added = files.map((file) => ({ id: newId(), file, share: 0, problem: null }))
      setUploads((before) => [...before, ...added])
      for (const { id, file } of added) void send(id, file)
    },
    again: ({ id, file }: Upload) => {
      patch(id, { problem: null, share: 0 })
      void send(id, file)
    },
  }
}

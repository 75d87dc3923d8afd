import { type ClipboardEvent, type DragEvent, useState } from 'react'
import { organisationPath } from '../platform/api.ts'
import { newId } from '../platform/new-id.ts'
import { explain } from '../platform/refused.ts'
import { useStore } from '../platform/store/index.ts'
import { uploadFile } from '../platform/upload.ts'
import { insertAt, pastedFiles, pastedText } from './model/pasted-files.ts'
import { notifications } from './notices.tsx'
import { texts } from './texts.ts'

type Field = {
  /** What files are attached to: `itemId` or `containerId`. */
  readonly place: Readonly<Record<string, string>>
  readonly onText: (change: (before: string) => string) => void
}

/**
 * Takes files that are pasted or dropped into a field for Markdown: they are attached to what the text belongs
 * to, and stand in the text as pictures or links. Text that comes along with a picture, as from a spreadsheet,
 * goes before it.
 */
export function usePastedFiles({ place, onText }: Field) {
  const { organisationId } = useStore()
  const [waiting, setWaiting] = useState(0)
  const send = async (file: File, mark: string) => {
    const id = newId()
    setWaiting((before) => before + 1)
    try {
      const params = new URLSearchParams({ ...place, id })
      await uploadFile(`/files?${params.toString()}`, file, { organisationId })
      const address = organisationPath(organisationId, `/files/${id}/content`)
      onText((before) => before.replace(mark, pastedText(file, address)))
    } catch (error) {
      const { sentence, remedy } = explain(error)
      onText((before) => before.replace(mark, ''))
      notifications.show({ kind: 'problem', title: sentence, message: remedy })
    } finally {
      setWaiting((before) => before - 1)
    }
  }
  const take = (data: DataTransfer, cursor: number) => {
    const files = pastedFiles(data)
    files.forEach((file, index) => {
      const mark = `[${texts.attaching(file.name)} ${newId().slice(-4)}]`
      onText((before) => insertAt(before, cursor + (index === 0 ? 0 : before.length), mark))
      void send(file, mark)
    })
    return files.length > 0
  }
  return {
    isWaiting: waiting > 0,
    handlers: {
      onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => {
        if (take(event.clipboardData, event.currentTarget.selectionStart)) event.preventDefault()
      },
      onDragOver: (event: DragEvent<HTMLTextAreaElement>) => {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault()
      },
      onDrop: (event: DragEvent<HTMLTextAreaElement>) => {
        if (take(event.dataTransfer, event.currentTarget.selectionStart)) event.preventDefault()
      },
    },
  }
}

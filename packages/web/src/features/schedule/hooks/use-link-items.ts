import { useCallback } from 'react'
import { newId } from '../../../platform/new-id.ts'
import { useCommands } from '../../../platform/store/index.ts'
import { texts } from '../texts.ts'

/** Ties two items: the second begins when the first is finished. */
export function useLinkItems(): (fromId: string, toId: string) => void {
  const { run } = useCommands()
  return useCallback(
    (fromId, toId) => {
      const input = { id: newId(), fromId, toId, kind: 'precedes' } as const // One of the kinds.
      void run('work.relateItems', input, { undoLabel: texts.linked })
    },
    [run],
  )
}

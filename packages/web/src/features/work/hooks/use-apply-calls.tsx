import { useCallback } from 'react'
import type { Refused } from '../../../platform/refused.ts'
import { type Call, callOf, useCommands } from '../../../platform/store/index.ts'
import { Button, notifications } from '../../../ui/index.ts'
import { textsEdit } from '../texts-edit.ts'

/** Does several things together. With words for it, they can be taken back from the notice. */
export type ApplyCalls = (calls: readonly Call[], did?: string) => void

/**
 * Runs commands and says what came of it. A reached limit on work in progress is no end: the person
 * may pass it knowingly.
 */
export function useApplyCalls(): ApplyCalls {
  const { runBatch } = useCommands()
  return useCallback(
    (calls, did) => {
      const moves = calls.some((call) => call.name === 'work.moveItem')
      const options = did === undefined ? {} : { undoLabel: did }
      const begun = runBatch(calls, { ...options, isSilent: moves })
      if (!moves) return
      void begun.then((outcome) => {
        if (outcome.ok) return
        const again = () => void runBatch(calls.map(overLimit), options)
        tellRefused(outcome.refused, outcome.refused.code === 'work.wip_limit' ? again : null)
      })
    },
    [runBatch],
  )
}

function overLimit(call: Call): Call {
  return call.name === 'work.moveItem' ? callOf('work.moveItem', { ...call.input, overLimit: true }) : call
}

function tellRefused(refused: Refused, moveAnyway: (() => void) | null): void {
  const id = `refused-${refused.code}`
  notifications.hide(id)
  notifications.show({
    id,
    kind: 'problem',
    title: refused.sentence,
    message: moveAnyway ? (
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => {
          notifications.hide(id)
          moveAnyway()
        }}
      >
        {textsEdit.moveAnyway}
      </Button>
    ) : (
      refused.remedy
    ),
  })
}

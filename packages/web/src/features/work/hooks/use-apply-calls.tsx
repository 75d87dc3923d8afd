import { useCallback } from 'react'
import { missingDialog } from '../../../platform/dialogs.ts'
import type { Refused } from '../../../platform/refused.ts'
import { type Call, callOf, useCommands } from '../../../platform/store/index.ts'
import { Button, notifications } from '../../../ui/index.ts'
import { textsEdit } from '../texts-edit.ts'
import { textsMissing } from '../texts-missing.ts'

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
        tellRefused(outcome.refused, wayOut(outcome.refused, { calls, again }))
      })
    },
    [runBatch],
  )
}

function overLimit(call: Call): Call {
  return call.name === 'work.moveItem' ? callOf('work.moveItem', { ...call.input, overLimit: true }) : call
}

type WayOut = { readonly label: string; readonly run: () => void }

/** What can be done at once about a refusal. */
function wayOut(
  { code, params }: Refused,
  { calls, again }: { readonly calls: readonly Call[]; readonly again: () => void },
): WayOut | null {
  if (code === 'work.wip_limit') return { label: textsEdit.moveAnyway, run: again }
  const { fields, state } = params
  if (code !== 'work.field_required' || !Array.isArray(fields)) return null
  const missing = { calls, fields: fields.map(String), state: String(state) }
  return { label: textsMissing.fillIn, run: () => missingDialog.openFor(missing) }
}

function tellRefused(refused: Refused, way: WayOut | null): void {
  const id = `refused-${refused.code}`
  notifications.hide(id)
  notifications.show({
    id,
    kind: 'problem',
    title: refused.sentence,
    message: way ? (
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => {
          notifications.hide(id)
          way.run()
        }}
      >
        {way.label}
      </Button>
    ) : (
      refused.remedy
    ),
  })
}

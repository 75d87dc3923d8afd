import { useState } from 'react'
import type { Input } from '../../../../platform/api.ts'
import { newId } from '../../../../platform/new-id.ts'
import { useCommands } from '../../../../platform/store/index.ts'
import { Checkbox, Modal, Select, Textarea } from '../../../../ui/index.ts'
import { readJson } from '../../model/read-json.ts'
import { textsRepair as texts } from '../../texts-repair.ts'
import { BulkProgress } from './bulk-progress.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

type Act = Input<'process.repairInstances'>['act']
/** Which instances something is done to. */
export type Which = Input<'process.repairInstances'>['which']
/** What can be done to many at once. */
export type BulkKind = Act['kind']
/** A place that something can be at. */
export type PlaceChoice = { readonly value: string; readonly label: string }

type Props = {
  readonly containerId: string
  readonly which: Which
  /** How many that are, or in which words. */
  readonly howMany: string
  readonly kind: BulkKind
  /** The place it is about: only what is there; null: whatever is stuck. */
  readonly at: string | null
  readonly places: readonly PlaceChoice[]
  readonly onClose: () => void
}

/** Does the same to many instances, with one reason, and shows how far it is. */
export function BulkDialog({ containerId, which, howMany, kind, at, places, onClose }: Props) {
  const { run } = useCommands()
  const [bulkId, setBulkId] = useState<string | null>(null)
  const [from, setFrom] = useState(at)
  const [to, setTo] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [retries, setRetries] = useState(true)
  const act = actOf(kind, { at: from, to, text, retries })
  const handleGo = async (reason: string) => {
    if (act === null) return null
    const id = newId()
    const outcome = await run(
      'process.repairInstances',
      { id, containerId, which, act, reason },
      { isSilent: true },
    )
    if (outcome.ok) setBulkId(id)
    return outcome.ok ? null : outcome.refused
  }
  if (bulkId !== null) {
    return (
      <Modal opened onClose={onClose} title={texts.bulkTitle[kind]}>
        <BulkProgress bulkId={bulkId} onClose={onClose} />
      </Modal>
    )
  }
  return (
    <ReasonDialog
      title={`${texts.bulkTitle[kind]}: ${howMany}`}
      what={texts.actWhat[kind]}
      isReady={act !== null}
      isDanger={kind === 'cancel' || kind === 'remove'}
      onGo={handleGo}
      onClose={onClose}
      stays
    >
      {kind === 'move' && (
        <>
          <Select label={texts.stepLabel} data={[...places]} value={from} searchable onChange={setFrom} />
          <Select label={texts.moveTo} data={[...places]} value={to} searchable onChange={setTo} />
        </>
      )}
      {kind === 'write' && (
        <>
          <Textarea
            label={texts.part.values}
            description={'{"price": 12, "approved": true}'}
            value={text}
            error={text.trim() !== '' && act === null ? texts.valueWrong : null}
            autosize
            minRows={2}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Checkbox
            label={texts.retriesToo}
            checked={retries}
            onChange={(event) => setRetries(event.currentTarget.checked)}
          />
        </>
      )}
    </ReasonDialog>
  )
}

type Said = {
  readonly at: string | null
  readonly to: string | null
  readonly text: string
  readonly retries: boolean
}

function actOf(kind: BulkKind, { at, to, text, retries }: Said): Act | null {
  switch (kind) {
    case 'cancel':
    case 'suspend':
    case 'resume':
      return { kind }
    case 'move':
      return at === null || to === null ? null : { kind, at, to }
    case 'write': {
      const values = readJson(text)?.value
      const isContext = typeof values === 'object' && values !== null && !Array.isArray(values)
      // It came out of JSON.
      return isContext ? { kind, values: values as Extract<Act, { kind: 'write' }>['values'], retries } : null
    }
    default:
      return at === null ? { kind } : { kind, at }
  }
}

import type { WorkItem } from '@millrace/core/work'
import { Check, Circle } from 'lucide-react'
import { useState } from 'react'
import { callOf } from '../../../../platform/store/index.ts'
import { Button, formatInstant, TextInput } from '../../../../ui/index.ts'
import { useApplyCalls } from '../../hooks/use-apply-calls.tsx'
import type { Lookup } from '../../model/lookup.ts'
import { textsItem } from '../../texts-item.ts'
import styles from './item-panel.module.css'

type Props = { readonly item: WorkItem; readonly lookup: Lookup; readonly canWrite: boolean }

/** What closing asks of this type: acceptance by whoever asked for it, and notice to those concerned. */
export function ItemClosing({ item, lookup, canWrite }: Props) {
  const apply = useApplyCalls()
  const [note, setNote] = useState('')
  const type = lookup.types.get(item.typeId)
  if (!type || (!type.needsAcceptance && !type.needsNotice)) return null
  const isDone = item.stateGroup === 'done'
  const acceptor = item.requesterId ?? item.accountableId
  const isMine = acceptor === null || acceptor === lookup.me.personId
  const canNotice = isDone && canWrite && (!type.needsAcceptance || item.acceptedAt !== null)
  return (
    <section className={styles.card} aria-label={textsItem.closing}>
      <div className={styles.cardTitle}>{textsItem.closing}</div>
      {!isDone && <p className={styles.hint}>{textsItem.closingLater}</p>}
      {isDone && type.needsAcceptance && (
        <div className={styles.closingLine}>
          {item.acceptedAt === null ? <Circle size={13} aria-hidden /> : <Check size={13} aria-hidden />}
          <span>
            {item.acceptedAt === null
              ? textsItem.notAccepted
              : textsItem.accepted(formatInstant(item.acceptedAt))}
          </span>
          {item.acceptedAt === null && isMine && (
            <Button size="compact-xs" onClick={() => apply([callOf('work.acceptItem', { id: item.id })])}>
              {textsItem.accept}
            </Button>
          )}
        </div>
      )}
      {isDone && type.needsNotice && (
        <div className={styles.closingLine}>
          {item.noticedAt === null ? <Circle size={13} aria-hidden /> : <Check size={13} aria-hidden />}
          {item.noticedAt !== null ? (
            <span>{textsItem.noticed(formatInstant(item.noticedAt))}</span>
          ) : canNotice ? (
            <form
              className={styles.noticeForm}
              onSubmit={(event) => {
                event.preventDefault()
                apply([callOf('work.giveNotice', { id: item.id, note: note.trim() })])
              }}
            >
              <TextInput
                aria-label={textsItem.notice}
                placeholder={textsItem.notice}
                size="xs"
                value={note}
                onChange={(event) => setNote(event.currentTarget.value)}
              />
              <Button type="submit" size="compact-xs" variant="default">
                {textsItem.save}
              </Button>
            </form>
          ) : (
            <span>{textsItem.notNoticed}</span>
          )}
        </div>
      )}
    </section>
  )
}

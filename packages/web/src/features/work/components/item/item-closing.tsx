import type { WorkItem } from '@millrace/core/work'
import { Check, Circle } from 'lucide-react'
import { type SyntheticEvent, useState } from 'react'
import { callOf } from '../../../../platform/store/index.ts'
import { Button, formatInstant, TextInput } from '../../../../ui/index.ts'
import { useApplyCalls } from '../../hooks/use-apply-calls.tsx'
import type { Lookup } from '../../model/lookup.ts'
import { textsItem } from '../../texts-item.ts'
import styles from './item-panel.module.css'

type Props = { readonly item: WorkItem; readonly lookup: Lookup; readonly canWrite: boolean }

/** What closing asks of this type: acceptance by whoever asked for it, and notice to those concerned. */
export function ItemClosing({ item, lookup, canWrite }: Props) {
  const type = lookup.types.get(item.typeId)
  if (!type || (!type.needsAcceptance && !type.needsNotice)) return null
  const isDone = item.stateGroup === 'done'
  const isAccepted = !type.needsAcceptance || item.acceptedAt !== null
  return (
    <section className={styles.card} aria-label={textsItem.closing}>
      <div className={styles.cardTitle}>{textsItem.closing}</div>
      {!isDone && <p className={styles.hint}>{textsItem.closingLater}</p>}
      {isDone && type.needsAcceptance && <Acceptance item={item} lookup={lookup} />}
      {isDone && type.needsNotice && <Notice item={item} canGive={canWrite && isAccepted} />}
    </section>
  )
}

function Acceptance({ item, lookup }: Pick<Props, 'item' | 'lookup'>) {
  const apply = useApplyCalls()
  const acceptor = item.requesterId ?? item.accountableId
  const isMine = acceptor === null || acceptor === lookup.me.personId
  if (item.acceptedAt !== null) {
    return (
      <div className={styles.closingLine}>
        <Check size={13} aria-hidden />
        <span>{textsItem.accepted(formatInstant(item.acceptedAt))}</span>
      </div>
    )
  }
  return (
    <div className={styles.closingLine}>
      <Circle size={13} aria-hidden />
      <span>{textsItem.notAccepted}</span>
      {isMine && (
        <Button size="compact-xs" onClick={() => apply([callOf('work.acceptItem', { id: item.id })])}>
          {textsItem.accept}
        </Button>
      )}
    </div>
  )
}

type NoticeProps = { readonly item: WorkItem; readonly canGive: boolean }

function Notice({ item, canGive }: NoticeProps) {
  const apply = useApplyCalls()
  const [note, setNote] = useState('')
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    apply([callOf('work.giveNotice', { id: item.id, note: note.trim() })])
  }
  if (item.noticedAt !== null) {
    return (
      <div className={styles.closingLine}>
        <Check size={13} aria-hidden />
        <span>{textsItem.noticed(formatInstant(item.noticedAt))}</span>
      </div>
    )
  }
  return (
    <div className={styles.closingLine}>
      <Circle size={13} aria-hidden />
      {canGive ? (
        <form className={styles.noticeForm} onSubmit={handleSubmit}>
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
  )
}

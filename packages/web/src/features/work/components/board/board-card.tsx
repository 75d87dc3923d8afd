import type { WorkItem } from '@millrace/core/work'
import { memo, useEffect, useRef } from 'react'
import { KindGlyph, PersonAvatar, PriorityMark, StateShape } from '../../../../ui/index.ts'
import { itemNames } from '../../model/item-names.ts'
import type { Lookup } from '../../model/lookup.ts'
import { texts } from '../../texts.ts'
import { textsView } from '../../texts-view.ts'
import { AgeMark } from '../marks/age-mark.tsx'
import { ConfidentialMark } from '../marks/confidential-mark.tsx'
import { DueMark } from '../marks/due-mark.tsx'
import { LabelChip } from '../marks/label-chip.tsx'
import { LinesMark } from '../marks/lines-mark.tsx'
import { OwnFields } from '../marks/own-fields.tsx'
import { ProgressMark } from '../marks/progress-mark.tsx'
import { StandingMark } from '../marks/standing-mark.tsx'
import styles from './board.module.css'
import { useItemDrag } from './use-item-drag.ts'

type Props = {
  readonly id: string
  readonly item: WorkItem
  readonly groupKey: string
  /** The row it stands in, on a board with rows. */
  readonly laneKey?: string
  readonly lookup: Lookup
  readonly isSelected: boolean
  readonly isCursor: boolean
  readonly isPeeked: boolean
  readonly canDrag: boolean
  /** Leaves out what the column already says. */
  readonly hidesState: boolean
}

/** An item as a card. Clicks are handled by the board. */
export const BoardCard = memo(function BoardCard(props: Props) {
  const { id, item, lookup, groupKey, laneKey, canDrag } = props
  const element = useRef<HTMLDivElement>(null)
  const drag = useItemDrag(element, { itemId: item.id, groupKey, laneKey, canDrag })
  useFocusWithCursor(element, props.isCursor)
  const { home, responsible, responsibleName, priority } = itemNames(item, lookup)
  const labels = item.labelIds.flatMap((labelId) => lookup.labels.get(labelId) ?? [])
  return (
    <div
      ref={element}
      id={id}
      role="listitem"
      tabIndex={props.isCursor ? 0 : -1}
      className={styles.card}
      aria-label={`${item.key} ${item.title}`}
      data-item={item.id}
      data-drag={drag}
      data-selected={props.isSelected || undefined}
      data-cursor={props.isCursor || undefined}
      data-peeked={props.isPeeked || undefined}
    >
      <div className={styles.cardTop}>
        {home && <KindGlyph kind={home.kind} size={13} />}
        <span className={styles.key}>{item.key}</span>
        <ConfidentialMark item={item} />
        {!props.hidesState && (
          <CardButton field="state" label={texts.groupField.state}>
            <StateShape group={item.stateGroup} />
          </CardButton>
        )}
        <span className={styles.cardEnd}>
          <CardButton field="priority" label={textsView.cell(texts.groupField.priority, priority)}>
            <PriorityMark priority={item.priority} />
          </CardButton>
        </span>
      </div>
      <div className={styles.cardTitle}>{item.title}</div>
      {(labels.length > 0 || item.waitingFor !== null || item.openBlockers.length > 0) && (
        <div className={styles.cardChips}>
          <StandingMark
            item={item}
            personName={(personId) => lookup.people.get(personId)?.name ?? textsView.somebody}
            now={lookup.now}
          />
          {labels.slice(0, 4).map((label) => (
            <LabelChip key={label.id} name={label.name} colour={label.colour} />
          ))}
        </div>
      )}
      <OwnFields item={item} lookup={lookup} />
      <div className={styles.cardFoot}>
        <DueMark item={item} today={lookup.today} />
        <ProgressMark done={item.childDoneCount} total={item.childCount} />
        <LinesMark done={item.lineDoneCount} total={item.lineCount} />
        <span className={styles.cardEnd}>
          <AgeMark item={item} now={lookup.now} />
          <CardButton
            field="responsible"
            label={textsView.cell(texts.groupField.responsible, responsibleName)}
          >
            <PersonAvatar person={responsible} size={20} />
          </CardButton>
        </span>
      </div>
    </div>
  )
})

type ButtonProps = { readonly field: string; readonly label: string; readonly children: React.ReactNode }

function CardButton({ field, label, children }: ButtonProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.cardButton}
      data-edit={field}
      aria-label={label}
      title={label}
    >
      {children}
    </button>
  )
}

/** Takes the focus along when keys move the cursor while the board has it. */
function useFocusWithCursor(element: React.RefObject<HTMLElement | null>, isCursor: boolean): void {
  useEffect(() => {
    const card = element.current
    if (!isCursor || !card) return
    const active = document.activeElement
    const board = card.closest('[data-board]')
    if (active === document.body || (board?.contains(active) && active?.tagName !== 'INPUT')) {
      card.focus({ preventScroll: true })
    }
  }, [element, isCursor])
}

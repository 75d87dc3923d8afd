import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import type { StageView } from '@millrace/contract'
import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { StateShape } from '../../../ui/index.ts'
import type { PlacedItem, Placing } from '../model/placing.ts'
import { texts } from '../texts.ts'
import styles from './case.module.css'
import { StageCard } from './stage-card.tsx'
import { StageMenu } from './stage-menu.tsx'

type Props = {
  /** Null: the column of what is in no stage. */
  readonly stage: StageView | null
  readonly stages: readonly StageView[]
  readonly index: number
  readonly placed: readonly PlacedItem[]
  readonly canWrite: boolean
  readonly onPlace: (placed: PlacedItem, placing: Placing) => void
  readonly onDrop: (itemId: string) => void
  readonly onCreate: (title: string) => void
  readonly onChanged: () => void
}

/** The shape of a stage is that of an item's state: to come, under way, done. */
const SHAPES = { available: 'ready', active: 'inProgress', completed: 'done' } as const

/** A stage of the case with its items. */
export function StageColumn(props: Props) {
  const { stage, stages, index, placed, canWrite, onPlace } = props
  const element = useRef<HTMLElement>(null)
  const [isOver, setOver] = useState(false)
  const [title, setTitle] = useState<string | null>(null)
  const latest = useRef(props.onDrop)
  useEffect(() => {
    latest.current = props.onDrop
  })
  useEffect(() => {
    if (!element.current || !canWrite) return undefined
    return dropTargetForElements({
      element: element.current,
      canDrop: ({ source }) => source.data['kind'] === 'case-item',
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false)
        const { itemId } = source.data
        if (typeof itemId === 'string') latest.current(itemId)
      },
    })
  }, [canWrite])
  const name = stage?.name ?? texts.unplanned
  const done = placed.filter(({ item }) => item.stateGroup === 'done').length
  const isOpen = stage?.state !== 'completed'
  const submit = () => {
    if (title !== null && title.trim() !== '') props.onCreate(title.trim())
    setTitle(title === null || title.trim() === '' ? null : '')
  }
  return (
    <section
      ref={element}
      className={styles.column}
      data-state={stage?.state}
      data-over={isOver || undefined}
      aria-label={stage ? `${name}, ${texts.state[stage.state]}` : name}
    >
      <header className={styles.columnHead}>
        {stage && <StateShape group={SHAPES[stage.state]} label={texts.state[stage.state]} />}
        <span className={styles.columnName}>{name}</span>
        <span className={styles.count}>{texts.done(done, placed.length)}</span>
        {stage && canWrite && (
          <StageMenu stage={stage} stages={stages} index={index} onChanged={props.onChanged} />
        )}
      </header>
      <ul className={styles.cards}>
        {placed.map((each) => (
          <StageCard
            key={each.item.id}
            placed={each}
            stages={stages}
            canWrite={canWrite}
            onPlace={(placing) => onPlace(each, placing)}
          />
        ))}
      </ul>
      {canWrite && isOpen && title === null && (
        <button type="button" className={styles.add} onClick={() => setTitle('')}>
          <Plus size={14} aria-hidden /> {texts.addItem}
        </button>
      )}
      {title !== null && (
        <input
          className={styles.addInput}
          aria-label={texts.addItem}
          placeholder={texts.addItemHint}
          value={title}
          ref={(input) => input?.focus({ preventScroll: true })}
          onChange={(event) => setTitle(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter') submit()
            if (event.key === 'Escape') setTitle(null)
          }}
          onBlur={() => {
            if (title.trim() === '') setTitle(null)
          }}
        />
      )}
    </section>
  )
}

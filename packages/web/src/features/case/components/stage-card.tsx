import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import type { StageView } from '@millrace/contract'
import { Ellipsis } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { usePeek } from '../../../platform/navigation.ts'
import { useDirectory } from '../../../platform/store/index.ts'
import { formatDay, Menu, PersonAvatar, StateShape } from '../../../ui/index.ts'
import type { PlacedItem, Placing } from '../model/placing.ts'
import { texts } from '../texts.ts'
import styles from './case.module.css'

type Props = {
  readonly placed: PlacedItem
  readonly stages: readonly StageView[]
  readonly canWrite: boolean
  readonly onPlace: (placing: Placing) => void
}

/** An item in its stage. Its menu does what dragging does, and says whether it has to be done. */
export function StageCard({ placed, stages, canWrite, onPlace }: Props) {
  const { item, work } = placed
  const element = useRef<HTMLLIElement>(null)
  const peek = usePeek()
  const { people } = useDirectory()
  const person = item.responsibleId === null ? null : (people.get(item.responsibleId) ?? null)
  useEffect(() => {
    if (!element.current || !canWrite) return undefined
    return draggable({
      element: element.current,
      getInitialData: () => ({ kind: 'case-item', itemId: item.id }),
    })
  }, [canWrite, item.id])
  return (
    <li
      ref={element}
      className={styles.card}
      data-optional={work.isDiscretionary || undefined}
      data-done={item.stateGroup === 'done' || undefined}
      data-peeked={peek.key === item.key || undefined}
    >
      <div className={styles.cardTop}>
        <StateShape group={item.stateGroup} />
        <span className={styles.key}>{item.key}</span>
        {work.isRequired && <span className={styles.mark}>{texts.requiredMark}</span>}
        {work.isDiscretionary && <span className={styles.mark}>{texts.optionalMark}</span>}
        {canWrite && <CardMenu placed={placed} stages={stages} onPlace={onPlace} />}
      </div>
      <button type="button" className={styles.cardTitle} onClick={() => peek.open(item.key)}>
        {item.title}
      </button>
      <div className={styles.cardFoot}>
        <span>{item.dueOn === null ? '' : formatDay(item.dueOn)}</span>
        <PersonAvatar person={person} size={18} label={person?.name} />
      </div>
    </li>
  )
}

function CardMenu({ placed, stages, onPlace }: Omit<Props, 'canWrite'>) {
  const { item, work } = placed
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className="plain-button" aria-label={texts.itemActions(item.key)}>
          <Ellipsis size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{texts.intoStage}</Menu.Label>
        {stages.map((stage) => (
          <Menu.Item
            key={stage.id}
            disabled={stage.id === work.stageId || stage.state === 'completed'}
            onClick={() => onPlace({ stageId: stage.id })}
          >
            {stage.name}
          </Menu.Item>
        ))}
        <Menu.Item disabled={work.stageId === null} onClick={() => onPlace({ stageId: null })}>
          {texts.unplanned}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          disabled={work.isRequired}
          onClick={() => onPlace({ isRequired: true, isDiscretionary: false })}
        >
          {texts.required}
        </Menu.Item>
        <Menu.Item
          disabled={work.isDiscretionary}
          onClick={() => onPlace({ isRequired: false, isDiscretionary: true })}
        >
          {texts.optional}
        </Menu.Item>
        <Menu.Item
          disabled={!work.isRequired && !work.isDiscretionary}
          onClick={() => onPlace({ isRequired: false, isDiscretionary: false })}
        >
          {texts.usual}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

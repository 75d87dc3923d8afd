import { useState } from 'react'
import { newId } from '../../../../platform/new-id.ts'
import { callOf } from '../../../../platform/store/index.ts'
import { Select } from '../../../../ui/index.ts'
import { useItemsToWaitFor } from '../../hooks/use-items-to-wait-for.ts'
import { usePlanDoor } from '../../hooks/use-plan-door.ts'
import { LINK_TYPES, linkTypesOf } from '../../model/link-types.ts'
import { texts } from '../../texts.ts'
import { textsWork as words } from '../../texts-work.ts'
import { LinkLine } from '../link-line.tsx'
import { OutsideLinks } from '../outside/outside-links.tsx'
import styles from './item-plan.module.css'
import type { PlanPartProps } from './plan-part.ts'

const NONE: ReadonlySet<string> = new Set()

/** What must come first, how it is tied, and with what lag. */
export function PlanLinks({
  itemPlan: { plan, waitsFor, outside },
  model: { canWrite, scenario },
}: PlanPartProps) {
  const { write } = usePlanDoor(plan.containerId)
  const takenBy = linkTypesOf(waitsFor)
  const tied = new Set([plan.id, ...outside.filter(({ isIn }) => isIn).map(({ otherId }) => otherId)])
  const handleAdd = (fromId: string) => {
    const linkType = LINK_TYPES.find((type) => !takenBy.get(fromId)?.has(type)) ?? 'FS'
    const link = { id: newId(), fromId, toId: plan.id, kind: 'precedes', linkType } as const // One of the kinds.
    void write([callOf('work.relateItems', link)], { undoLabel: texts.linked })
  }
  return (
    <>
      <section className={styles.group} aria-label={words.waitsFor}>
        <h3 className={styles.name}>{words.waitsFor}</h3>
        {waitsFor.length === 0 && outside.every(({ isIn }) => !isIn) && (
          <p className={styles.hint}>{words.waitsForNothing}</p>
        )}
        <div>
          {waitsFor.map(({ key, title, ...link }) => (
            <LinkLine
              key={link.id}
              {...{ link, canWrite }}
              title={`${key} ${title}`}
              taken={takenBy.get(link.fromId) ?? NONE}
              containerId={plan.containerId}
            />
          ))}
        </div>
        {canWrite && (
          <AddLink
            key={waitsFor.length + outside.length}
            containerId={plan.containerId}
            // A what-if is about the items of its project.
            where={scenario === null ? 'everywhere' : 'project'}
            isAble={(id) => !tied.has(id) && takenBy.get(id)?.size !== LINK_TYPES.length}
            onAdd={handleAdd}
          />
        )}
      </section>
      <OutsideLinks
        links={outside}
        containerId={plan.containerId}
        {...{ canWrite }}
        headClass={styles.name}
      />
    </>
  )
}

type AddProps = {
  readonly containerId: string
  readonly where: 'project' | 'everywhere'
  /** Whether there is a type of link left to it. */
  readonly isAble: (itemId: string) => boolean
  readonly onAdd: (itemId: string) => void
}

function AddLink({ containerId, where, isAble, onAdd }: AddProps) {
  const [text, setText] = useState('')
  const items = useItemsToWaitFor(containerId, text, where)
  return (
    <Select
      searchable
      aria-label={words.addLink}
      placeholder={words.addLink}
      // The server has found them by key or title.
      filter={({ options }) => options}
      data={items
        .filter(({ id }) => isAble(id))
        .map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` }))}
      searchValue={text}
      onSearchChange={setText}
      value={null}
      onChange={(id) => id !== null && onAdd(id)}
    />
  )
}

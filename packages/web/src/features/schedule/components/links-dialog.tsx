import type { PlanRowView, PlanView } from '@millrace/contract'
import { useState } from 'react'
import { newId } from '../../../platform/new-id.ts'
import { callOf } from '../../../platform/store/index.ts'
import { Button, Modal, SegmentedControl, Select } from '../../../ui/index.ts'
import { usePlanDoor } from '../hooks/use-plan-door.ts'
import { LINK_TYPES, typesBetween } from '../model/link-types.ts'
import { texts } from '../texts.ts'
import { LinkLine } from './link-line.tsx'
import styles from './links-dialog.module.css'
import { OutsideLinks } from './outside/outside-links.tsx'

type Props = {
  readonly plan: PlanView
  readonly rows: readonly PlanRowView[]
  readonly itemId: string
  readonly containerId: string
  readonly canWrite: boolean
  readonly onClose: () => void
}

/** What an item waits for, and what waits for it: all that can be drawn between bars, by keyboard. */
export function LinksDialog({ plan, rows, itemId, containerId, canWrite, onClose }: Props) {
  const titleOf = (id: string) => rows.find((row) => row.itemId === id)?.title ?? ''
  const before = plan.links.filter((link) => link.toId === itemId)
  const after = plan.links.filter((link) => link.fromId === itemId)
  const outside = plan.outside.links.filter((link) => link.itemId === itemId)
  return (
    <Modal opened onClose={onClose} title={texts.linksTitle(titleOf(itemId))} size={640}>
      <div className={styles.links}>
        {before.length + after.length + outside.length === 0 && (
          <p className={styles.hint}>{texts.noLinks}</p>
        )}
        {[
          { name: texts.waitsFor, links: before, otherOf: 'fromId' as const },
          { name: texts.isWaitedFor, links: after, otherOf: 'toId' as const },
        ].map(
          ({ name, links, otherOf }) =>
            links.length > 0 && (
              <section key={otherOf} aria-label={name}>
                <h3 className={styles.name}>{name}</h3>
                {links.map((link) => (
                  <LinkLine
                    key={link.id}
                    {...{ link, containerId, canWrite }}
                    title={titleOf(link[otherOf])}
                    taken={typesBetween(plan.links, link)}
                  />
                ))}
              </section>
            ),
        )}
        <OutsideLinks links={outside} {...{ containerId, canWrite }} headClass={styles.name} />
        {canWrite && <NewLink {...{ rows, itemId, containerId }} links={plan.links} />}
      </div>
    </Modal>
  )
}

type Side = 'before' | 'after'

type NewProps = Pick<Props, 'rows' | 'itemId' | 'containerId'> & Pick<PlanView, 'links'>

function NewLink({ rows, itemId, containerId, links }: NewProps) {
  const { write } = usePlanDoor(containerId)
  const [side, setSide] = useState<Side>('before')
  const [otherId, setOtherId] = useState<string | null>(null)
  const handleAdd = () => {
    if (otherId === null) return
    const [fromId, toId] = side === 'before' ? [otherId, itemId] : [itemId, otherId]
    const taken = typesBetween(links, { fromId, toId })
    const linkType = LINK_TYPES.find((type) => !taken.has(type)) ?? 'FS'
    const link = { id: newId(), fromId, toId, kind: 'precedes', linkType } as const // One of the kinds.
    void write([callOf('work.relateItems', link)], { undoLabel: texts.linked })
    setOtherId(null)
  }
  return (
    <div className={styles.new}>
      <SegmentedControl
        size="xs"
        aria-label={texts.linkSide}
        value={side}
        onChange={(value) => setSide(value === 'after' ? 'after' : 'before')}
        data={[
          { value: 'before', label: texts.waitsFor },
          { value: 'after', label: texts.isWaitedFor },
        ]}
      />
      <Select
        size="xs"
        searchable
        data-autofocus
        aria-label={texts.linkTo}
        placeholder={texts.linkTo}
        limit={50}
        data={rows
          .filter((row) => row.itemId !== itemId)
          .map((row) => ({ value: row.itemId, label: `${row.wbs} ${row.title}` }))}
        value={otherId}
        onChange={setOtherId}
      />
      <Button size="xs" disabled={otherId === null} onClick={handleAdd}>
        {texts.link}
      </Button>
    </div>
  )
}

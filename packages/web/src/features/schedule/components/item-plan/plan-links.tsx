import { newId } from '../../../../platform/new-id.ts'
import { useCommands, useItems } from '../../../../platform/store/index.ts'
import { Select } from '../../../../ui/index.ts'
import { texts } from '../../texts.ts'
import { textsWork as words } from '../../texts-work.ts'
import { LinkLine } from '../link-line.tsx'
import styles from './item-plan.module.css'
import type { PlanPartProps } from './plan-part.ts'

/** What must come first, how it is tied, and with what lag. */
export function PlanLinks({ itemPlan: { plan, waitsFor }, model: { canWrite } }: PlanPartProps) {
  const { run } = useCommands()
  const items = useItems({ containerId: plan.containerId })
  const known = new Set([plan.id, ...waitsFor.map(({ fromId }) => fromId)])
  const handleAdd = (fromId: string | null) => {
    if (fromId === null) return
    const input = { id: newId(), fromId, toId: plan.id, kind: 'precedes' } as const // One of the kinds.
    void run('work.relateItems', input, { undoLabel: texts.linked })
  }
  return (
    <section className={styles.group} aria-label={words.waitsFor}>
      <h3 className={styles.name}>{words.waitsFor}</h3>
      {waitsFor.length === 0 && <p className={styles.hint}>{words.waitsForNothing}</p>}
      <div>
        {waitsFor.map(({ key, title, ...link }) => (
          <LinkLine key={link.id} link={link} title={`${key} ${title}`} canWrite={canWrite} />
        ))}
      </div>
      {canWrite && (
        <Select
          key={waitsFor.length}
          size="xs"
          searchable
          aria-label={words.addLink}
          placeholder={words.addLink}
          limit={50}
          data={items
            .filter(({ id, archivedAt }) => archivedAt === null && !known.has(id))
            .map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` }))}
          value={null}
          onChange={handleAdd}
        />
      )}
    </section>
  )
}

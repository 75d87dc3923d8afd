import type { AssignmentView } from '@millrace/contract'
import { callOf } from '../../../../platform/store/index.ts'
import { Select } from '../../../../ui/index.ts'
import { doesWork } from '../../model/does-work.ts'
import { textsOpenWork as words } from '../../texts-open-work.ts'
import styles from './item-plan.module.css'
import type { PlanPartProps } from './plan-part.ts'

type Props = PlanPartProps & { readonly assignment: AssignmentView; readonly skill: string }

/** Work that nobody has been chosen for yet: who can do it, and is not on the item already. */
export function PlanOpenWork({ assignment, skill, itemPlan, model }: Props) {
  const { resources, assignments } = itemPlan
  const able = resources.filter(({ kind, skills }) => doesWork(kind) && skills.includes(skill))
  const taken = new Set(assignments.map(({ resourceId }) => resourceId))
  const free = able.filter(({ id }) => !taken.has(id))
  const handleGive = (resourceId: string | null) => {
    const name = free.find(({ id }) => id === resourceId)?.name
    if (name === undefined) return
    const call = (next: string | null) =>
      callOf('schedule.changeAssignment', { id: assignment.id, patch: { resourceId: next } })
    model.act([call(resourceId)], words.given(name), [call(null)])
  }
  // Whoever only reads is not told who could be chosen.
  if (!model.canWrite) return null
  return (
    <div className={styles.alternatives}>
      <p className={styles.hint}>{able.length === 0 ? words.nobodyCan(skill) : words.nobodyYet}</p>
      {free.length > 0 && (
        <Select
          size="xs"
          searchable
          limit={60}
          label={words.giveTo}
          data={free.map(({ id, name }) => ({ value: id, label: name }))}
          value={null}
          onChange={handleGive}
        />
      )}
    </div>
  )
}

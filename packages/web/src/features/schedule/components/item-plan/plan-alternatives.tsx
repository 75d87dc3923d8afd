import type { AssignmentView } from '@millrace/contract'
import { useState } from 'react'
import { callOf } from '../../../../platform/store/index.ts'
import { MultiSelect, Select } from '../../../../ui/index.ts'
import { doesWork } from '../../model/does-work.ts'
import { skillsOf } from '../../model/open-skill.ts'
import { textsPool as words } from '../../texts-pool.ts'
import styles from './item-plan.module.css'
import type { PlanPartProps } from './plan-part.ts'

type Alternatives = AssignmentView['alternatives']
type Kind = 'nobody' | NonNullable<Alternatives>['kind']

type Props = PlanPartProps & { readonly assignment: AssignmentView; readonly name: string }

/** Who levelling may give an assignment to instead: nobody, anybody with a skill, or some by name. */
export function PlanAlternatives({ assignment, name, itemPlan, model }: Props) {
  const { alternatives } = assignment
  const [chosen, setChosen] = useState<Kind | null>(null)
  const kind = chosen ?? alternatives?.kind ?? 'nobody'
  const asked = alternatives?.kind === 'skill' ? [{ skills: [alternatives.skill] }] : []
  const skills = skillsOf([...itemPlan.resources, ...asked])
  const say = (next: Alternatives) => {
    const patch = { alternatives: next }
    model.act(
      [callOf('schedule.changeAssignment', { id: assignment.id, patch })],
      words.changedAlternatives(name),
    )
  }
  const handleKind = (value: string | null) => {
    if (value === 'nobody' && alternatives !== null) say(null)
    setChosen(value === 'resources' || value === 'skill' ? value : 'nobody')
  }
  const others = itemPlan.resources.filter(
    (resource) => doesWork(resource.kind) && resource.id !== assignment.resourceId,
  )
  return (
    <div className={styles.alternatives}>
      <Select
        size="xs"
        label={words.alternatives(name)}
        allowDeselect={false}
        disabled={!model.canWrite}
        data={[
          { value: 'nobody', label: words.nobodyElse },
          ...(skills.length > 0 ? [{ value: 'skill', label: words.bySkill }] : []),
          { value: 'resources', label: words.byName },
        ]}
        value={kind}
        onChange={handleKind}
      />
      {kind === 'skill' && (
        <Select
          size="xs"
          aria-label={words.bySkill}
          placeholder={words.skills}
          disabled={!model.canWrite}
          data={skills}
          value={alternatives?.kind === 'skill' ? alternatives.skill : null}
          onChange={(skill) => skill !== null && say({ kind: 'skill', skill })}
        />
      )}
      {kind === 'resources' && (
        <MultiSelect
          size="xs"
          aria-label={words.byName}
          searchable
          limit={60}
          disabled={!model.canWrite}
          data={others.map((resource) => ({ value: resource.id, label: resource.name }))}
          value={alternatives?.kind === 'resources' ? [...alternatives.resourceIds] : []}
          onChange={(ids) => say(ids.length === 0 ? null : { kind: 'resources', resourceIds: ids })}
        />
      )}
    </div>
  )
}

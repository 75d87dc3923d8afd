import type { AssignmentView, ResourceView } from '@millrace/contract'
import { X } from 'lucide-react'
import { newId } from '../../../../platform/new-id.ts'
import { type Call, callOf, useDirectory } from '../../../../platform/store/index.ts'
import { ActionIcon, Select } from '../../../../ui/index.ts'
import { assignCall } from '../../hooks/use-item-plan.ts'
import { doesWork } from '../../model/does-work.ts'
import { openSkill, skillsOf } from '../../model/open-skill.ts'
import { textsOpenWork } from '../../texts-open-work.ts'
import { textsWork as words } from '../../texts-work.ts'
import styles from './item-plan.module.css'
import { NumberField } from './number-field.tsx'
import { PlanAlternatives } from './plan-alternatives.tsx'
import { PlanOpenWork } from './plan-open-work.tsx'
import type { PlanPartProps } from './plan-part.ts'
import { SpanField } from './span-field.tsx'

/** Who and what it is done with, and how much each does of it. */
export function PlanPeople({ itemPlan, model }: PlanPartProps) {
  const { assignments, resources } = itemPlan
  const byId = new Map(resources.map((resource) => [resource.id, resource]))
  return (
    <section className={styles.group} aria-label={words.people}>
      <h3 className={styles.name}>{words.people}</h3>
      {assignments.length === 0 && <p className={styles.hint}>{words.nobody}</p>}
      <ul className={styles.lines}>
        {assignments.map((assignment) => (
          <Assigned
            key={assignment.id}
            assignment={assignment}
            resource={byId.get(assignment.resourceId ?? '')}
            itemPlan={itemPlan}
            model={model}
          />
        ))}
      </ul>
      {model.canWrite && <AddSomebody itemPlan={itemPlan} model={model} />}
    </section>
  )
}

type AssignedProps = PlanPartProps & {
  readonly assignment: AssignmentView
  readonly resource: ResourceView | undefined
}

function Assigned({ assignment, resource, itemPlan, model }: AssignedProps) {
  const { id, units, workMin, alternatives } = assignment
  const skill = openSkill(assignment)
  const name = skill === null ? (resource?.name ?? words.somebody) : textsOpenWork.anybody(skill)
  const works = skill !== null || (resource !== undefined && doesWork(resource.kind))
  const say = (patch: { units: number } | { workMin: number }) =>
    model.act([callOf('schedule.changeAssignment', { id, patch })], words.changedShare(name))
  const handleRemove = () => model.act([callOf('schedule.unassign', { id })], words.unassigned(name))
  return (
    <li className={styles.line}>
      <span className={styles.who}>{name}</span>
      <fieldset className={styles.share} disabled={!model.canWrite}>
        <NumberField
          label={works ? words.units(name) : words.amount(name, resource?.unitLabel ?? '')}
          isLabelHidden
          className={styles.units}
          suffix={works ? ' %' : suffixOf(resource)}
          value={works ? Math.round(units * 1000) / 10 : units}
          min={0.001}
          max={works ? 100_000 : 1_000}
          isRequired
          onChange={(value) => value !== null && say({ units: works ? value / 100 : value })}
        />
        {works && (
          <SpanField
            label={words.workOf(name)}
            isLabelHidden
            className={styles.narrow}
            value={workMin}
            onChange={(next) => next !== null && say({ workMin: next })}
          />
        )}
      </fieldset>
      {model.canWrite && (
        <ActionIcon variant="subtle" aria-label={words.unassign(name)} onClick={handleRemove}>
          <X size={14} aria-hidden />
        </ActionIcon>
      )}
      {skill !== null && (
        <PlanOpenWork assignment={assignment} skill={skill} itemPlan={itemPlan} model={model} />
      )}
      {works && skill === null && (model.canWrite || alternatives !== null) && (
        <PlanAlternatives assignment={assignment} name={name} itemPlan={itemPlan} model={model} />
      )}
    </li>
  )
}

function suffixOf(resource: ResourceView | undefined): string {
  return resource === undefined || resource.unitLabel === '' ? '' : ` ${resource.unitLabel}`
}

const PERSON = 'person:'
const SKILL = 'skill:'

/** Resources of the project and of all; whoever manages the project may also take anybody of the organisation. */
function AddSomebody({ itemPlan, model }: PlanPartProps) {
  const { people } = useDirectory()
  const { plan, resources, assignments } = itemPlan
  const taken = new Set(assignments.map(({ resourceId }) => resourceId))
  const free = resources.filter(({ id }) => !taken.has(id))
  const known = new Set(resources.flatMap(({ personId }) => personId ?? []))
  const others =
    model.canManage || model.scenario ? [...people.values()].filter(({ id }) => !known.has(id)) : []
  const groups = [
    { group: words.pool, items: free.filter(({ containerId }) => containerId !== null).map(optionOf) },
    { group: words.shared, items: free.filter(({ containerId }) => containerId === null).map(optionOf) },
    {
      group: textsOpenWork.bySkill,
      items: skillsOf(resources).map((skill) => ({
        value: `${SKILL}${skill}`,
        label: textsOpenWork.anybody(skill),
      })),
    },
    {
      group: words.directory,
      items: others.map(({ id, name }) => ({ value: `${PERSON}${id}`, label: name })),
    },
  ].filter(({ items }) => items.length > 0)
  if (groups.length === 0) {
    return resources.length === 0 ? <p className={styles.hint}>{words.noPool}</p> : null
  }
  const handleAdd = (value: string | null) => {
    if (value === null) return
    const id = newId()
    if (value.startsWith(SKILL)) {
      const skill = value.slice(SKILL.length)
      const open = { id, resourceId: null, units: 1, alternatives: { kind: 'skill', skill } } as const // One of the kinds.
      model.act([assignCall(plan, open)], words.assigned(textsOpenWork.anybody(skill)))
      return
    }
    if (!value.startsWith(PERSON)) {
      const name = resources.find((resource) => resource.id === value)?.name ?? ''
      model.act([assignCall(plan, { id, resourceId: value, units: 1 })], words.assigned(name))
      return
    }
    const personId = value.slice(PERSON.length)
    const name = people.get(personId)?.name ?? ''
    const resourceId = newId()
    const { containerId } = plan
    const calls: readonly Call[] = [
      callOf('schedule.saveResource', { id: resourceId, containerId, kind: 'work', name, personId }),
      assignCall(plan, { id, resourceId, units: 1 }),
    ]
    model.act(calls, words.assigned(name))
  }
  return (
    <Select
      // Chosen is added: the next choice begins anew.
      key={assignments.length}
      searchable
      aria-label={words.assign}
      placeholder={words.assign}
      limit={60}
      data={groups}
      value={null}
      onChange={handleAdd}
    />
  )
}

function optionOf({ id, name, kind }: ResourceView) {
  return { value: id, label: kind === 'work' ? name : `${name} (${words.kinds[kind]})` }
}

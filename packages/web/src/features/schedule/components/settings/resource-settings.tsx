import type { PlanView, ResourceView } from '@millrace/contract'
import { X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { newId } from '../../../../platform/new-id.ts'
import { callOf } from '../../../../platform/store/index.ts'
import { ActionIcon, Button, Select, TextInput } from '../../../../ui/index.ts'
import { useChangePlan } from '../../hooks/use-change-plan.ts'
import { textsWork as words } from '../../texts-work.ts'
import { NumberField } from '../item-plan/number-field.tsx'
import styles from './settings.module.css'
import type { SettingsProps } from './settings-props.ts'
import { TextField } from './text-field.tsx'

const KINDS = ['work', 'machine', 'material', 'cost'] as const

/** Who and what this project plans with. */
export function ResourceSettings({ plan: { resources, calendars }, containerId, isManager }: SettingsProps) {
  const changePlan = useChangePlan(containerId)
  const save = (resource: ResourceView, before: ResourceView | null) => {
    const { id, name } = resource
    changePlan({
      call: callOf('schedule.saveResource', resource),
      label: words.savedResource(name),
      back: before ? callOf('schedule.saveResource', before) : callOf('schedule.removeResource', { id }),
      after: (plan) => ({
        ...plan,
        resources: before
          ? plan.resources.map((each) => (each.id === id ? resource : each))
          : [...plan.resources, resource],
      }),
    })
  }
  const remove = (resource: ResourceView) => {
    const { id, name } = resource
    changePlan({
      call: callOf('schedule.removeResource', { id }),
      label: words.savedResource(name),
      back: callOf('schedule.saveResource', resource),
      after: (plan) => ({ ...plan, resources: plan.resources.filter((each) => each.id !== id) }),
    })
  }
  return (
    <div className={styles.part}>
      {resources.length === 0 && <p className={styles.hint}>{words.noResources}</p>}
      <div>
        {resources.map((resource) => (
          <ResourceLine
            key={resource.id}
            resource={resource}
            calendars={calendars}
            canChange={isManager && resource.containerId === containerId}
            onChange={(patch) => save({ ...resource, ...patch }, resource)}
            onRemove={() => remove(resource)}
          />
        ))}
      </div>
      {isManager && (
        <NewResource
          onAdd={({ name, kind }) => save({ ...BLANK, id: newId(), containerId, name, kind }, null)}
        />
      )}
    </div>
  )
}

const BLANK = {
  personId: null,
  calendarId: null,
  maxUnits: 1,
  rateMinorPerHour: null,
  costPerUseMinor: null,
  unitLabel: '',
  availability: [],
  dayLimitMin: null,
  weekLimitMin: null,
  skills: [],
  crewMemberIds: [],
  rates: [],
}

type LineProps = {
  readonly resource: ResourceView
  readonly calendars: PlanView['calendars']
  readonly canChange: boolean
  readonly onChange: (patch: Partial<ResourceView>) => void
  readonly onRemove: () => void
}

function ResourceLine({ resource, calendars, canChange, onChange, onRemove }: LineProps) {
  const { name, kind, calendarId, maxUnits } = resource
  const works = kind === 'work' || kind === 'machine'
  return (
    <fieldset className={styles.line} disabled={!canChange} aria-label={name}>
      <TextField
        label={words.resourceName}
        isLabelHidden
        className={styles.grow}
        value={name}
        isValid={(text) => text !== ''}
        onChange={(next) => onChange({ name: next })}
      />
      <Select
        w={130}
        aria-label={words.resourceKind}
        allowDeselect={false}
        disabled={!canChange}
        data={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        value={kind}
        onChange={(value) => onChange({ kind: KINDS.find((known) => known === value) ?? kind })}
      />
      {works && (
        <>
          <NumberField
            label={words.howMany(name)}
            isLabelHidden
            className={styles.narrow}
            value={maxUnits}
            min={0.001}
            max={1000}
            isRequired
            onChange={(units) => onChange({ maxUnits: units ?? maxUnits })}
          />
          <Select
            w={190}
            aria-label={words.calendarOf(name)}
            allowDeselect={false}
            disabled={!canChange}
            data={[
              { value: '', label: words.calendarOfPlan },
              ...calendars.map((calendar) => ({ value: calendar.id, label: calendar.name })),
            ]}
            value={calendarId ?? ''}
            onChange={(id) => onChange({ calendarId: id === '' ? null : id })}
          />
        </>
      )}
      {canChange && (
        <ActionIcon variant="subtle" aria-label={words.removeResource(name)} onClick={onRemove}>
          <X size={14} aria-hidden />
        </ActionIcon>
      )}
    </fieldset>
  )
}

type New = { readonly name: string; readonly kind: ResourceView['kind'] }

function NewResource({ onAdd }: { readonly onAdd: (resource: New) => void }) {
  const [name, setName] = useState('')
  const [kind, setKind] = useState<ResourceView['kind']>('work')
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    onAdd({ name: name.trim(), kind })
    setName('')
  }
  return (
    <form className={styles.line} onSubmit={handleSubmit}>
      <TextInput
        className={styles.grow ?? ''}
        label={words.resourceName}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        w={130}
        label={words.resourceKind}
        allowDeselect={false}
        data={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        value={kind}
        onChange={(value) => setKind(KINDS.find((known) => known === value) ?? 'work')}
      />
      <Button type="submit" size="xs" variant="default" disabled={name.trim() === ''}>
        {words.addResource}
      </Button>
    </form>
  )
}

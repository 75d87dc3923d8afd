import type { PlanView, ResourceView } from '@millrace/contract'
import { ChevronRight, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { newId } from '../../../../platform/new-id.ts'
import { callOf } from '../../../../platform/store/index.ts'
import { ActionIcon, Button, Select, TextInput } from '../../../../ui/index.ts'
import { doesWork } from '../../model/does-work.ts'
import type { PoolProps } from '../../model/pool-change.ts'
import { textsPool as poolWords } from '../../texts-pool.ts'
import { textsWork as words } from '../../texts-work.ts'
import { NumberField } from '../item-plan/number-field.tsx'
import { ResourceDetails } from './resource-details.tsx'
import styles from './settings.module.css'
import { TextField } from './text-field.tsx'

const KINDS = ['work', 'machine', 'material', 'cost'] as const

/** What to say while there is none; else what projects are told. */
type Props = PoolProps & { readonly hint?: string }

/** Who and what is planned with: a line each, and what else is said about it below the line that is open. */
export function ResourceSettings({
  resources,
  calendars,
  containerId,
  isManager,
  onChange,
  ...props
}: Props) {
  const [openId, setOpenId] = useState<string | null>(null)
  const save = (resource: ResourceView) =>
    onChange({
      call: callOf('schedule.saveResource', resource),
      label: words.savedResource(resource.name),
    })
  const remove = ({ id, name }: ResourceView) =>
    onChange({ call: callOf('schedule.removeResource', { id }), label: words.savedResource(name) })
  return (
    <div className={styles.part}>
      {resources.length === 0 && <p className={styles.hint}>{props.hint ?? words.noResources}</p>}
      <div>
        {resources.map((resource) => {
          const isOurs = resource.containerId === containerId || props.mayChangeShared === true
          const canChange = isManager && isOurs
          const change = (patch: Partial<ResourceView>) => save({ ...resource, ...patch })
          const isOpen = resource.id === openId
          return (
            <div key={resource.id}>
              <ResourceLine
                resource={resource}
                calendars={calendars}
                canChange={canChange}
                canRemove={canChange && resource.containerId === containerId}
                isOpen={isOpen}
                onToggle={() => setOpenId(isOpen ? null : resource.id)}
                onChange={change}
                onRemove={() => remove(resource)}
              />
              {isOpen && (
                <ResourceDetails
                  resource={resource}
                  resources={resources}
                  canChange={canChange}
                  onChange={change}
                />
              )}
            </div>
          )
        })}
      </div>
      {isManager && (
        <NewResource
          label={containerId === null ? poolWords.addShared : words.addResource}
          onAdd={({ name, kind }) => save({ ...BLANK, id: newId(), containerId, name, kind })}
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
  readonly canRemove: boolean
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly onChange: (patch: Partial<ResourceView>) => void
  readonly onRemove: () => void
}

function ResourceLine({ resource, calendars, canChange, onChange, ...line }: LineProps) {
  const { name, kind, calendarId, maxUnits } = resource
  const works = doesWork(kind)
  return (
    <div className={styles.resource}>
      <ActionIcon
        variant="subtle"
        aria-expanded={line.isOpen}
        aria-label={poolWords.detailsOf(name)}
        onClick={line.onToggle}
      >
        <ChevronRight size={14} className={styles.chevron} aria-hidden />
      </ActionIcon>
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
          w={164}
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
        {line.canRemove && (
          <ActionIcon variant="subtle" aria-label={words.removeResource(name)} onClick={line.onRemove}>
            <X size={14} aria-hidden />
          </ActionIcon>
        )}
      </fieldset>
    </div>
  )
}

type New = { readonly name: string; readonly kind: ResourceView['kind'] }

type NewProps = { readonly label: string; readonly onAdd: (resource: New) => void }

function NewResource({ label, onAdd }: NewProps) {
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
        w={164}
        label={words.resourceKind}
        allowDeselect={false}
        data={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        value={kind}
        onChange={(value) => setKind(KINDS.find((known) => known === value) ?? 'work')}
      />
      <Button type="submit" size="xs" variant="default" disabled={name.trim() === ''}>
        {label}
      </Button>
    </form>
  )
}

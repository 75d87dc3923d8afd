import type { ResourceView } from '@millrace/contract'
import { MultiSelect, TagsInput } from '../../../../ui/index.ts'
import { doesWork } from '../../model/does-work.ts'
import { textsPool as words } from '../../texts-pool.ts'
import { NumberField } from '../item-plan/number-field.tsx'
import { AvailabilityFields } from './availability-fields.tsx'
import { RateFields } from './rate-fields.tsx'
import styles from './settings.module.css'

const HOUR_MIN = 60

type Props = {
  readonly resource: ResourceView
  /** All there are: skills of others are offered, and people for crews. */
  readonly resources: readonly ResourceView[]
  readonly canChange: boolean
  readonly onChange: (patch: Partial<ResourceView>) => void
}

/** What is said about a resource beside its line: when there is how much of it, what it can do, what it costs. */
export function ResourceDetails({ resource, resources, canChange, onChange }: Props) {
  const works = doesWork(resource.kind)
  return (
    <fieldset className={styles.details} disabled={!canChange} aria-label={words.detailsOf(resource.name)}>
      {works && (
        <>
          <AvailabilityFields
            periods={resource.availability}
            onChange={(availability) => onChange({ availability })}
          />
          <div className={styles.fields}>
            <HoursField
              label={words.dayLimit}
              minutes={resource.dayLimitMin}
              maxHours={24}
              onChange={(dayLimitMin) => onChange({ dayLimitMin })}
            />
            <HoursField
              label={words.weekLimit}
              minutes={resource.weekLimitMin}
              maxHours={168}
              onChange={(weekLimitMin) => onChange({ weekLimitMin })}
            />
            <TagsInput
              label={words.skills}
              description={words.skillsHint}
              disabled={!canChange}
              data={[...new Set(resources.flatMap(({ skills }) => skills))].toSorted()}
              value={[...resource.skills]}
              maxTags={100}
              onChange={(skills) => onChange({ skills })}
            />
            {resource.kind === 'work' && (
              <CrewField
                resource={resource}
                resources={resources}
                canChange={canChange}
                onChange={onChange}
              />
            )}
          </div>
        </>
      )}
      <RateFields prices={resource} onChange={onChange} />
    </fieldset>
  )
}

/** People who make the crew: none who are a crew themselves, and nobody where this one belongs to a crew. */
function CrewField({ resource, resources, canChange, onChange }: Props) {
  const isMember = resources.some(({ crewMemberIds }) => crewMemberIds.includes(resource.id))
  const people = resources.filter(
    ({ id, kind, containerId, crewMemberIds }) =>
      kind === 'work' &&
      id !== resource.id &&
      crewMemberIds.length === 0 &&
      (containerId === null || containerId === resource.containerId),
  )
  if (isMember || (people.length === 0 && resource.crewMemberIds.length === 0)) return null
  return (
    <MultiSelect
      label={words.members}
      description={words.membersHint}
      searchable
      disabled={!canChange}
      data={people.map(({ id, name }) => ({ value: id, label: name }))}
      value={[...resource.crewMemberIds]}
      onChange={(crewMemberIds) => onChange({ crewMemberIds })}
    />
  )
}

type HoursProps = {
  readonly label: string
  readonly minutes: number | null
  readonly maxHours: number
  readonly onChange: (minutes: number | null) => void
}

function HoursField({ label, minutes, maxHours, onChange }: HoursProps) {
  return (
    <NumberField
      label={label}
      suffix={` ${words.hours}`}
      min={0.1}
      max={maxHours}
      value={minutes === null ? null : minutes / HOUR_MIN}
      onChange={(hours) => onChange(hours === null ? null : Math.round(hours * HOUR_MIN))}
    />
  )
}

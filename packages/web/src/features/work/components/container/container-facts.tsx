import { AREAS_OF_INTEREST } from '@millrace/core/work'
import type { Input } from '../../../../platform/api.ts'
import { type Container, useCommands } from '../../../../platform/store/index.ts'
import { DayField, Select, TextInput } from '../../../../ui/index.ts'
import type { Lookup } from '../../model/lookup.ts'
import { texts } from '../../texts.ts'
import { textsContainers } from '../../texts-containers.ts'
import styles from './container.module.css'
import { SettledText } from './settled-text.tsx'

type Props = { readonly container: Container; readonly lookup: Lookup }
type Patch = Input<'work.changeContainer'>['patch']

/** Name, state, owner, dates and what new items start with. Managers change them in place. */
export function ContainerFacts({ container, lookup }: Props) {
  const { run } = useCommands()
  const isReadOnly = container.myRole !== 'manager' || container.archivedAt !== null
  const change = (patch: Patch) => void run('work.changeContainer', { id: container.id, patch })
  const { fact } = textsContainers
  const people = [...lookup.people.values()].filter((person) => person.status !== 'inactive')
  const named = (each: { readonly id: string; readonly name: string }) => ({
    value: each.id,
    label: each.name,
  })
  const choose = { size: 'xs', disabled: isReadOnly, comboboxProps: { withinPortal: true } } as const
  return (
    <section className={styles.access} aria-label={textsContainers.facts}>
      <SettledText
        label={textsContainers.rename}
        value={container.name}
        isReadOnly={isReadOnly}
        onSave={(name) => change({ name })}
      />
      {container.kind === 'case' && (
        <>
          <SettledText
            label={fact.subject}
            value={container.subject ?? ''}
            isReadOnly={isReadOnly}
            onSave={(subject) => change({ subject })}
          />
          <SettledText
            label={fact.wishedEndState}
            value={container.wishedEndState ?? ''}
            isReadOnly={isReadOnly}
            onSave={(wishedEndState) => change({ wishedEndState })}
          />
        </>
      )}
      <Select
        {...choose}
        label={fact.state}
        data={(['planned', 'active', 'closed'] as const).map((value) => ({
          value,
          label: textsContainers.state[value],
        }))}
        value={container.state}
        allowDeselect={false}
        onChange={(value) => {
          if (value === 'planned' || value === 'active' || value === 'closed') change({ state: value })
        }}
      />
      <Select
        {...choose}
        label={fact.owner}
        data={people.map(named)}
        value={container.ownerId}
        searchable
        clearable
        onChange={(ownerId) => change({ ownerId })}
      />
      <Select
        {...choose}
        label={fact.team}
        data={[...lookup.teams.values()].map(named)}
        value={container.teamId}
        searchable
        clearable
        onChange={(teamId) => change({ teamId })}
      />
      {isReadOnly ? (
        <TextInput size="xs" label={fact.dueOn} value={container.dueOn ?? ''} readOnly />
      ) : (
        <>
          <DayField
            label={fact.startsOn}
            value={container.startsOn}
            weekStart={lookup.organisation.weekStart}
            onChange={(startsOn) => change({ startsOn })}
          />
          <DayField
            label={fact.dueOn}
            value={container.dueOn}
            weekStart={lookup.organisation.weekStart}
            onChange={(dueOn) => change({ dueOn })}
          />
        </>
      )}
      <Select
        {...choose}
        label={fact.defaultType}
        data={[...lookup.types.values()].filter((type) => type.archivedAt === null).map(named)}
        value={container.defaultTypeId}
        allowDeselect={false}
        onChange={(defaultTypeId) => {
          if (defaultTypeId !== null) change({ defaultTypeId })
        }}
      />
      <Select
        {...choose}
        label={fact.defaultArea}
        data={AREAS_OF_INTEREST.map((area) => ({ value: area, label: `${area} ${texts.area[area] ?? ''}` }))}
        value={container.defaultArea}
        allowDeselect={false}
        onChange={(value) => {
          const area = AREAS_OF_INTEREST.find((known) => known === value)
          if (area) change({ defaultArea: area })
        }}
      />
    </section>
  )
}

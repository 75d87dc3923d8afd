import { AREAS_OF_INTEREST } from '@millrace/core/work'
import { useState } from 'react'
import type { Input } from '../../../../platform/api.ts'
import { paths, useSlug } from '../../../../platform/navigation.ts'
import { type Container, useCommands } from '../../../../platform/store/index.ts'
import { DayPicker, formatDay, Link, PersonAvatar } from '../../../../ui/index.ts'
import type { Lookup } from '../../model/lookup.ts'
import { texts } from '../../texts.ts'
import { textsContainers } from '../../texts-containers.ts'
import { textsEdit } from '../../texts-edit.ts'
import { textsPractice } from '../../texts-practice.ts'
import { AreaPicker } from '../editors/area-picker.tsx'
import editorStyles from '../editors/editors.module.css'
import { OptionPicker } from '../editors/option-picker.tsx'
import { personOptions, teamOptions } from '../editors/options.tsx'
import itemStyles from '../item/item-panel.module.css'
import { FactRow } from './fact-row.tsx'
import { FactText } from './fact-text.tsx'

type Props = { readonly container: Container; readonly lookup: Lookup }
type Patch = Input<'work.changeContainer'>['patch']

const STATES = ['planned', 'active', 'closed'] as const

/** Name, state, owner, dates and what new items start with. Managers change them in place. */
export function ContainerFacts({ container, lookup }: Props) {
  const { run } = useCommands()
  const slug = useSlug()
  const [showsUsual, setShowsUsual] = useState(false)
  const canWrite = container.myRole === 'manager' && container.archivedAt === null
  const change = (patch: Patch) => void run('work.changeContainer', { id: container.id, patch })
  const { fact } = textsContainers
  const owner = lookup.people.get(container.ownerId ?? '')
  return (
    <section aria-label={textsContainers.facts}>
      <dl className={itemStyles.properties}>
        <FactText
          name={textsContainers.rename}
          value={container.name}
          canWrite={canWrite}
          onSave={(name) => change({ name })}
        />
        {container.kind === 'case' && (
          <CaseFacts container={container} canWrite={canWrite} onChange={change} />
        )}
        <FactRow name={fact.state} value={textsContainers.state[container.state]} canWrite={canWrite}>
          {(done) => (
            <OptionPicker
              label={fact.state}
              options={STATES.map((id) => ({ id, name: textsContainers.state[id] }))}
              selected={[container.state]}
              onPick={(id) => {
                change({ state: STATES.find((known) => known === id) ?? container.state })
                done()
              }}
            />
          )}
        </FactRow>
        <FactRow
          name={fact.owner}
          value={owner?.name ?? ''}
          sign={owner && <PersonAvatar person={owner} size={18} />}
          canWrite={canWrite}
        >
          {(done) => (
            <OptionPicker
              label={textsEdit.pick.person}
              options={personOptions(lookup)}
              selected={[container.ownerId ?? '']}
              onPick={(id) => {
                change({ ownerId: id || null })
                done()
              }}
            />
          )}
        </FactRow>
        <FactRow
          name={fact.team}
          value={lookup.teams.get(container.teamId ?? '')?.name ?? ''}
          canWrite={canWrite}
        >
          {(done) => (
            <OptionPicker
              label={textsEdit.pick.team}
              options={teamOptions(lookup)}
              selected={[container.teamId ?? '']}
              onPick={(id) => {
                change({ teamId: id || null })
                done()
              }}
            />
          )}
        </FactRow>
        {(['startsOn', 'dueOn'] as const).map((field) => (
          <FactRow
            key={field}
            name={fact[field]}
            value={container[field] === null ? '' : formatDay(container[field])}
            canWrite={canWrite}
          >
            {(done) => (
              <div className={editorStyles.day}>
                <DayPicker
                  label={fact[field]}
                  value={container[field]}
                  weekStart={lookup.organisation.weekStart}
                  onChange={(day) => {
                    change({ [field]: day })
                    done()
                  }}
                />
              </div>
            )}
          </FactRow>
        ))}
        {showsUsual && (
          <UsualFacts container={container} lookup={lookup} canWrite={canWrite} onChange={change} />
        )}
      </dl>
      {!showsUsual && (
        <button type="button" className={itemStyles.quiet} onClick={() => setShowsUsual(true)}>
          {textsContainers.usual}
        </button>
      )}
      <p className={itemStyles.hint}>
        <Link
          className={itemStyles.hintLink}
          to={paths.practices(slug)}
          search={{ tab: 'areas', of: container.key }}
        >
          {textsPractice.areas}
        </Link>
      </p>
    </section>
  )
}

type PartProps = {
  readonly container: Container
  readonly canWrite: boolean
  readonly onChange: (patch: Patch) => void
}

function CaseFacts({ container, canWrite, onChange }: PartProps) {
  return (
    <>
      <FactText
        name={textsContainers.fact.subject}
        value={container.subject ?? ''}
        canWrite={canWrite}
        onSave={(subject) => onChange({ subject })}
      />
      <FactText
        name={textsContainers.fact.wishedEndState}
        value={container.wishedEndState ?? ''}
        canWrite={canWrite}
        onSave={(wishedEndState) => onChange({ wishedEndState })}
      />
    </>
  )
}

function UsualFacts({ container, lookup, canWrite, onChange }: PartProps & Pick<Props, 'lookup'>) {
  const types = [...lookup.types.values()].filter((type) => type.archivedAt === null)
  const area = AREAS_OF_INTEREST.find((known) => known === container.defaultArea) ?? '2.3'
  return (
    <>
      <FactRow
        name={textsContainers.fact.defaultType}
        value={lookup.types.get(container.defaultTypeId)?.name ?? ''}
        canWrite={canWrite}
      >
        {(done) => (
          <OptionPicker
            label={textsContainers.fact.defaultType}
            options={types.map(({ id, name }) => ({ id, name }))}
            selected={[container.defaultTypeId]}
            onPick={(defaultTypeId) => {
              onChange({ defaultTypeId })
              done()
            }}
          />
        )}
      </FactRow>
      <FactRow
        name={textsContainers.fact.defaultArea}
        value={`${area} ${texts.area[area] ?? ''}`}
        canWrite={canWrite}
      >
        {(done) => (
          <AreaPicker
            value={area}
            onPick={(defaultArea) => {
              onChange({ defaultArea })
              done()
            }}
          />
        )}
      </FactRow>
    </>
  )
}

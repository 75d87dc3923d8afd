import type { GrantView } from '@millrace/contract'
import { useQuery } from '@tanstack/react-query'
import { Lock, Users, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { call } from '../../../../platform/api.ts'
import { newId } from '../../../../platform/new-id.ts'
import { type Container, useCommands, useDirectory, useStore } from '../../../../platform/store/index.ts'
import { ErrorState, PersonAvatar, SegmentedControl, Select } from '../../../../ui/index.ts'
import { texts } from '../../texts.ts'
import { textsContainers } from '../../texts-containers.ts'
import styles from './container.module.css'

type Props = { readonly container: Container; readonly invite: ReactNode }

const ROLES = ['viewer', 'commenter', 'contributor', 'manager'] as const

/** Who sees a container and what they may do in it. Its managers change that here. */
export function ContainerAccess({ container, invite }: Props) {
  const { organisationId } = useStore()
  const { people, teams } = useDirectory()
  const { run } = useCommands()
  const asked = useQuery({
    queryKey: ['work.listGrants', organisationId, container.id],
    queryFn: async ({ signal }) =>
      await call('work.listGrants', { containerId: container.id }, { organisationId, signal }),
  })
  const isManager = container.myRole === 'manager' && container.archivedAt === null
  const grants = asked.data?.grants ?? []
  const named = new Set(grants.map((grant) => grant.personId ?? grant.teamId))
  const grant = async (grantee: Pick<GrantView, 'id' | 'personId' | 'teamId' | 'role'>) => {
    await run('work.grantAccess', { ...grantee, containerId: container.id })
    void asked.refetch()
  }
  const candidates = [
    ...[...people.values()]
      .filter((person) => person.status !== 'inactive' && !named.has(person.id))
      .map((person) => ({ value: `p:${person.id}`, label: person.name })),
    ...[...teams.values()]
      .filter((team) => team.archivedAt === null && !named.has(team.id))
      .map((team) => ({ value: `t:${team.id}`, label: `${texts.field.team}: ${team.name}` })),
  ]
  return (
    <section className={styles.access}>
      <div className={styles.blockHead}>
        <h2>{textsContainers.access}</h2>
      </div>
      <SegmentedControl
        aria-label={textsContainers.visibility}
        value={container.visibility}
        disabled={!isManager}
        onChange={(value) =>
          void run('work.changeContainer', {
            id: container.id,
            patch: { visibility: value === 'private' ? 'private' : 'open' },
          })
        }
        data={[
          { value: 'open', label: textsContainers.makeOpen },
          { value: 'private', label: textsContainers.makePrivate },
        ]}
      />
      <p className={styles.hint}>
        {container.visibility === 'private' ? <Lock size={12} aria-hidden /> : null}{' '}
        {container.visibility === 'private' ? textsContainers.accessPrivate : textsContainers.accessOpen}
      </p>
      {asked.error && (
        <ErrorState
          title={textsContainers.accessFailed}
          error={asked.error}
          onRetry={() => void asked.refetch()}
        />
      )}
      {grants.map((each) => (
        <GrantLine
          key={each.id}
          grant={each}
          isManager={isManager}
          onRole={(role) => void grant({ ...each, role })}
          onRevoke={() =>
            void run('work.revokeAccess', { id: each.id, containerId: container.id }).then(() =>
              asked.refetch(),
            )
          }
        />
      ))}
      {asked.data && grants.length === 0 && <p className={styles.hint}>{textsContainers.noGrants}</p>}
      {isManager && (
        <Select
          aria-label={textsContainers.addAccess}
          placeholder={textsContainers.addAccess}
          data={candidates}
          value={null}
          searchable
          onChange={(value) => {
            if (value === null) return
            const id = value.slice(2)
            const isPerson = value.startsWith('p:')
            void grant({
              id: newId(),
              personId: isPerson ? id : null,
              teamId: isPerson ? null : id,
              role: 'contributor',
            })
          }}
        />
      )}
      {isManager && invite}
    </section>
  )
}

type LineProps = {
  readonly grant: GrantView
  readonly isManager: boolean
  readonly onRole: (role: GrantView['role']) => void
  readonly onRevoke: () => void
}

function GrantLine({ grant, isManager, onRole, onRevoke }: LineProps) {
  const { people, teams } = useDirectory()
  const person = people.get(grant.personId ?? '')
  const name = person?.name ?? teams.get(grant.teamId ?? '')?.name ?? texts.group.unknown
  return (
    <div className={styles.grant}>
      {person ? <PersonAvatar person={person} size={20} /> : <Users size={16} aria-hidden />}
      <span className={styles.grantName}>{name}</span>
      <Select
        aria-label={name}
        size="xs"
        w={140}
        disabled={!isManager}
        allowDeselect={false}
        data={ROLES.map((role) => ({ value: role, label: textsContainers.role[role] }))}
        value={grant.role}
        onChange={(value) => {
          const role = ROLES.find((known) => known === value)
          if (role) onRole(role)
        }}
      />
      {isManager && (
        <button
          type="button"
          className="plain-button"
          aria-label={textsContainers.removeAccess(name)}
          onClick={onRevoke}
        >
          <X size={14} aria-hidden />
        </button>
      )}
    </div>
  )
}

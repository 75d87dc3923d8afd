import { useState } from 'react'
import { type Person, useDirectory } from '../../../platform/store/index.ts'
import { Button, MultiSelect, Radio, Select, Stack, TextInput } from '../../../ui/index.ts'
import { useSubmit } from '../hooks/use-submit.ts'
import { inviteTexts } from '../texts-invite.ts'
import { ProblemAlert } from './problem-alert.tsx'
import { RoleField } from './role-field.tsx'

const CONTAINER_ROLES = ['viewer', 'commenter', 'contributor', 'manager'] as const
type ContainerRole = (typeof CONTAINER_ROLES)[number]

/** Who is to be invited, as what, into what, and how. */
export type InviteWish = {
  readonly email: string
  readonly orgRole: Person['orgRole']
  readonly containers: readonly { readonly containerId: string; readonly role: ContainerRole }[]
  readonly delivery: 'mail' | 'link'
}

type Props = {
  /** Whether one may invite in any role; else guests, into what one manages. */
  readonly isForAll: boolean
  readonly canMail: boolean
  readonly containerIds: readonly string[]
  readonly onInvite: (wish: InviteWish) => Promise<void>
}

/** The form of an invitation. */
export function InviteForm({ isForAll, canMail, containerIds, onInvite }: Props) {
  const [email, setEmail] = useState('')
  const [orgRole, setOrgRole] = useState<Person['orgRole']>(
    isForAll && containerIds.length === 0 ? 'member' : 'guest',
  )
  const [into, setInto] = useState<readonly string[]>(containerIds)
  const [role, setRole] = useState<ContainerRole>('contributor')
  const [delivery, setDelivery] = useState<InviteWish['delivery']>(canMail ? 'mail' : 'link')
  const offered = useOffered(isForAll)
  const { isBusy, problem, handleSubmit } = useSubmit(() =>
    onInvite({
      email: email.trim(),
      orgRole,
      containers: into.map((containerId) => ({ containerId, role })),
      delivery,
    }),
  )
  return (
    <form onSubmit={handleSubmit}>
      <Stack gap="sm">
        <TextInput
          label={inviteTexts.email}
          type="email"
          value={email}
          required
          data-autofocus
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        {isForAll ? <RoleField value={orgRole} onChange={setOrgRole} /> : <p>{inviteTexts.asGuest}</p>}
        <MultiSelect
          label={inviteTexts.containers}
          description={isForAll ? inviteTexts.containersHint : inviteTexts.containersNeeded}
          data={offered}
          value={[...into]}
          searchable
          limit={50}
          onChange={setInto}
        />
        {into.length > 0 && (
          <Select
            label={inviteTexts.role}
            allowDeselect={false}
            data={CONTAINER_ROLES.map((value) => ({ value, label: inviteTexts.roles[value] }))}
            value={role}
            onChange={(value) => setRole(CONTAINER_ROLES.find((known) => known === value) ?? 'contributor')}
          />
        )}
        {canMail && (
          <Radio.Group
            label={inviteTexts.delivery}
            value={delivery}
            onChange={(value) => setDelivery(value === 'mail' ? 'mail' : 'link')}
          >
            <Stack gap={6} mt={4}>
              {(['mail', 'link'] as const).map((each) => (
                <Radio key={each} value={each} label={inviteTexts.deliveries[each]} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <ProblemAlert problem={problem} />
        <Button
          type="submit"
          loading={isBusy}
          disabled={email.trim() === '' || (!isForAll && into.length === 0)}
        >
          {delivery === 'mail' ? inviteTexts.submitMail : inviteTexts.submitLink}
        </Button>
      </Stack>
    </form>
  )
}

/** What one manages and is not archived, by name. */
function useOffered(isForAll: boolean) {
  const { containers } = useDirectory()
  return [...containers.values()]
    .filter(({ archivedAt, myRole }) => archivedAt === null && (isForAll || myRole === 'manager'))
    .map(({ id, name, key }) => ({ value: id, label: `${name} (${key})` }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
}

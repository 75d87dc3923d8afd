import { type Person, useDirectory } from '../../../platform/store/index.ts'
import { Radio, Stack } from '../../../ui/index.ts'
import { peopleTexts } from '../texts-people.ts'

type Role = Person['orgRole']
type Props = { readonly value: Role; readonly onChange: (role: Role) => void }

const ROLES = ['owner', 'admin', 'member', 'guest'] as const

/** What a person may do in the organisation. Only owners appoint owners. */
export function RoleField({ value, onChange }: Props) {
  const { me } = useDirectory()
  const offered = ROLES.filter((role) => role !== 'owner' || me.orgRole === 'owner' || value === 'owner')
  return (
    <Radio.Group
      label={peopleTexts.form.role}
      value={value}
      onChange={(next) => onChange(ROLES.find((role) => role === next) ?? 'member')}
    >
      <Stack gap={6} mt={4}>
        {offered.map((role) => (
          <Radio
            key={role}
            value={role}
            label={peopleTexts.roles[role]}
            description={peopleTexts.roleHints[role]}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}

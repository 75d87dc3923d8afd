import { X } from 'lucide-react'
import { ActionIcon, Button, TextInput } from '../../../ui/index.ts'
import type { PracticeDraft } from '../model/practice-draft.ts'
import { textsForm as words } from '../texts-form.ts'
import styles from './practice.module.css'

type Roles = PracticeDraft['roles']
type Props = { readonly roles: Roles; readonly onChange: (roles: Roles) => void }

/** Who applies a practice, and what they need to be able to do. */
export function RoleRows({ roles, onChange }: Props) {
  const set = (at: number, part: Partial<Roles[number]>) =>
    onChange(roles.map((role, index) => (index === at ? { ...role, ...part } : role)))
  return (
    <fieldset className={styles.fields}>
      <legend>{words.roles}</legend>
      {roles.map((role, index) => (
        // Rows have nothing but their place.
        <div key={String(index)} className={styles.row}>
          <TextInput
            aria-label={words.role}
            placeholder={words.role}
            maxLength={200}
            value={role.name}
            onChange={(event) => set(index, { name: event.currentTarget.value })}
          />
          <TextInput
            aria-label={words.qualification}
            placeholder={words.qualification}
            maxLength={200}
            value={role.qualification}
            onChange={(event) => set(index, { qualification: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={words.removeRole(index + 1)}
            onClick={() => onChange(roles.filter((_, at) => at !== index))}
          >
            <X size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <span>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => onChange([...roles, { name: '', qualification: '' }])}
        >
          {words.addRole}
        </Button>
      </span>
    </fieldset>
  )
}

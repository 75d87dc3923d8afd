import type { FieldAudience } from '@millrace/contract'
import { useDirectory } from '../../../../platform/store/index.ts'
import { MultiSelect, Select, Stack } from '../../../../ui/index.ts'
import { audienceChoices, audienceOf, chosenOf, type FieldRules, NOBODY } from '../../model/audience.ts'
import { settingsTexts } from '../../texts-settings.ts'

type Props = {
  readonly rules: FieldRules
  /** Whether people fill the field in, so that somebody can change it. */
  readonly isFilled: boolean
  readonly onChange: (rules: FieldRules) => void
}

/** Who sees the values of a field, and who changes them. */
export function FieldAudiences({ rules, isFilled, onChange }: Props) {
  const words = settingsTexts.fields
  return (
    <Stack gap="sm">
      <AudienceChoice
        label={words.seenBy}
        everybody={words.seenByAll}
        audience={rules.seenBy}
        onChange={(seenBy) => onChange({ ...rules, seenBy })}
      />
      {isFilled && (
        <AudienceChoice
          label={words.changedBy}
          everybody={words.changedByAll}
          audience={rules.changedBy}
          onChange={(changedBy) => onChange({ ...rules, changedBy })}
        />
      )}
    </Stack>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly everybody: string
  readonly audience: FieldAudience | null
  readonly onChange: (audience: FieldAudience | null) => void
}

function AudienceChoice({ label, everybody, audience, onChange }: ChoiceProps) {
  const directory = useDirectory()
  const words = settingsTexts.fields
  const choices = audienceChoices(directory, words.audienceRoles)
  return (
    <Stack gap={6}>
      <Select
        label={label}
        value={audience === null ? 'all' : 'some'}
        allowDeselect={false}
        data={[
          { value: 'all', label: everybody },
          { value: 'some', label: words.onlySome },
        ]}
        onChange={(value) => onChange(value === 'some' ? (audience ?? NOBODY) : null)}
      />
      {audience !== null && (
        <MultiSelect
          aria-label={words.only(label)}
          description={words.onlyHint}
          inputWrapperOrder={['input', 'description']}
          value={chosenOf(audience)}
          data={[
            { group: words.audienceGroups.roles, items: choices.roles },
            { group: words.audienceGroups.teams, items: choices.teams },
            { group: words.audienceGroups.people, items: choices.people },
          ]}
          searchable
          clearable
          hidePickedOptions
          placeholder={chosenOf(audience).length === 0 ? words.onlyAdministrators : ''}
          onChange={(chosen) => onChange(audienceOf(chosen))}
        />
      )}
    </Stack>
  )
}

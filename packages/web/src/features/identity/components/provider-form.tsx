import { PasswordInput, Radio, Stack, Switch, TagsInput, TextInput } from '../../../ui/index.ts'
import type { ProviderDraft } from '../model/provider-draft.ts'
import { providerTexts } from '../texts-providers.ts'

type Props = {
  readonly draft: ProviderDraft
  readonly hasSecret: boolean
  /** Whether saving makes it another provider, which knows nobody. */
  readonly isAnother: boolean
  readonly onChange: (change: Partial<ProviderDraft>) => void
}

/** What is said about a provider. */
export function ProviderForm({ draft, hasSecret, isAnother, onChange }: Props) {
  const words = providerTexts.form
  const text = (name: 'name' | 'issuer' | 'clientId') => ({
    label: words[name],
    value: draft[name],
    required: true,
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      onChange({ [name]: value }),
  })
  const flag = (name: 'trustsEmail' | 'provesFactor' | 'isListed' | 'isEnabled') => ({
    checked: draft[name],
    onChange: ({ currentTarget: { checked } }: { currentTarget: { checked: boolean } }) =>
      onChange({ [name]: checked }),
  })
  return (
    <Stack gap="sm">
      <TextInput {...text('name')} placeholder={words.namePlaceholder} data-autofocus maxLength={60} />
      <TextInput
        {...text('issuer')}
        type="url"
        description={isAnother ? words.another : words.issuerHint}
        placeholder="https://sso.acme.example/realms/acme"
      />
      <TextInput {...text('clientId')} />
      <PasswordInput
        label={words.secret}
        description={hasSecret ? words.secretKept : words.secretHint}
        autoComplete="off"
        value={draft.clientSecret}
        onChange={({ currentTarget: { value } }) => onChange({ clientSecret: value })}
      />
      <TagsInput
        label={words.domains}
        description={words.domainsHint}
        value={[...draft.domains]}
        onChange={(domains) => onChange({ domains })}
      />
      <Radio.Group
        label={words.admits}
        value={draft.admits}
        onChange={(value) => onChange({ admits: value === 'everybody' ? 'everybody' : 'known' })}
      >
        <Stack gap={6} mt={4}>
          <Radio value="known" label={words.known} />
          <Radio value="everybody" label={words.everybody} />
        </Stack>
      </Radio.Group>
      {draft.admits === 'everybody' && (
        <Radio.Group
          label={words.role}
          value={draft.admittedRole}
          onChange={(value) => onChange({ admittedRole: value === 'guest' ? 'guest' : 'member' })}
        >
          <Stack gap={6} mt={4}>
            <Radio value="member" label={words.member} />
            <Radio value="guest" label={words.guest} />
          </Stack>
        </Radio.Group>
      )}
      <Switch label={words.trusts} description={words.trustsHint} {...flag('trustsEmail')} />
      <Switch label={words.factor} description={words.factorHint} {...flag('provesFactor')} />
      <Switch label={words.listed} description={words.listedHint} {...flag('isListed')} />
      <Switch label={words.enabled} description={words.enabledHint} {...flag('isEnabled')} />
    </Stack>
  )
}

import { useState } from 'react'
import { call } from '../../../platform/api.ts'
import { newId } from '../../../platform/new-id.ts'
import { Button, Modal, Radio, Select, Stack, TextInput } from '../../../ui/index.ts'
import { useSubmit } from '../hooks/use-submit.ts'
import { settingsTexts } from '../texts-settings.ts'
import { ProblemAlert } from './problem-alert.tsx'
import { TokenSecret } from './token-secret.tsx'

type Props = { readonly organisationId: string; readonly onClose: () => void }

const SCOPES = ['read', 'write', 'admin'] as const
const DAY_MS = 86_400_000

/** Makes a token, then shows it once. */
export function TokenDialog({ organisationId, onClose }: Props) {
  const [name, setName] = useState('')
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('read')
  const [expiry, setExpiry] = useState<string | null>('90')
  const [secret, setSecret] = useState<string | null>(null)
  const words = settingsTexts.tokens
  const { isBusy, problem, handleSubmit } = useSubmit(async () => {
    const days = expiry === 'never' || expiry === null ? null : Number(expiry)
    const token = await call(
      'identity.createToken',
      {
        id: newId(),
        name: name.trim(),
        scopes: [scope],
        expiresAt: days === null ? null : Date.now() + days * DAY_MS,
      },
      { organisationId },
    )
    setSecret(token.secret)
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.create}
      size={460}
      closeOnClickOutside={secret === null}
      closeOnEscape={secret === null}
    >
      {secret === null ? (
        <form onSubmit={handleSubmit}>
          <Stack gap="sm">
            <TextInput
              label={words.name}
              placeholder={words.namePlaceholder}
              value={name}
              required
              data-autofocus
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Radio.Group
              label={words.scope}
              value={scope}
              onChange={(value) => setScope(SCOPES.find((known) => known === value) ?? 'read')}
            >
              <Stack gap={6} mt={4}>
                {SCOPES.map((each) => (
                  <Radio key={each} value={each} label={words.scopes[each]} />
                ))}
              </Stack>
            </Radio.Group>
            <Select
              label={words.expiry}
              allowDeselect={false}
              value={expiry}
              onChange={setExpiry}
              data={Object.entries(words.expiries).map(([value, label]) => ({ value, label }))}
            />
            <ProblemAlert problem={problem} />
            <Button type="submit" loading={isBusy} disabled={name.trim() === ''}>
              {words.submit}
            </Button>
          </Stack>
        </form>
      ) : (
        <TokenSecret secret={secret} onDone={onClose} />
      )}
    </Modal>
  )
}

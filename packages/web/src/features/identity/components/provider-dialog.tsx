import { useState } from 'react'
import { newId } from '../../../platform/new-id.ts'
import { Button, Group, Modal, Stack } from '../../../ui/index.ts'
import type { Provider, useProviders } from '../hooks/use-providers.ts'
import { useSubmit } from '../hooks/use-submit.ts'
import { draftOf, settingsOf } from '../model/provider-draft.ts'
import { providerTexts } from '../texts-providers.ts'
import { ProblemAlert } from './problem-alert.tsx'
import { ProviderForm } from './provider-form.tsx'

type Props = {
  /** Null: a new one. */
  readonly provider: Provider | null
  readonly providers: ReturnType<typeof useProviders>
  readonly onClose: () => void
}

/** Adds a provider, changes one, or removes it after asking. */
export function ProviderDialog({ provider, providers, onClose }: Props) {
  const [draft, setDraft] = useState(() => draftOf(provider))
  const [isAsking, setAsking] = useState(false)
  const words = providerTexts.form
  const save = useSubmit(async () => {
    const settings = settingsOf(draft)
    if (provider) await providers.change({ id: provider.id, patch: settings })
    else await providers.create({ id: newId(), ...settings })
    onClose()
  })
  const remove = useSubmit(async () => {
    if (provider) await providers.remove(provider.id)
    onClose()
  })
  const isAnother =
    provider !== null && (draft.issuer !== provider.issuer || draft.clientId !== provider.clientId)
  return (
    <Modal opened onClose={onClose} title={provider?.name ?? providerTexts.add} size={480}>
      <form onSubmit={save.handleSubmit}>
        <Stack gap="sm">
          <ProviderForm
            draft={draft}
            hasSecret={provider?.hasSecret ?? false}
            isAnother={isAnother}
            onChange={(change) => setDraft({ ...draft, ...change })}
          />
          <ProblemAlert problem={save.problem ?? remove.problem} />
          {isAsking && <p>{words.question}</p>}
          <Group justify="flex-end">
            {provider && (
              <Button
                variant="subtle"
                color="red"
                loading={remove.isBusy}
                onClick={() => (isAsking ? void remove.run() : setAsking(true))}
              >
                {isAsking ? words.really : words.remove}
              </Button>
            )}
            <Button type="submit" loading={save.isBusy}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

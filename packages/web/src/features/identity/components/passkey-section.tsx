import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, type Output } from '../../../platform/api.ts'
import { addPasskey, canUsePasskeys } from '../../../platform/security.ts'
import { Button, Modal, PlainTable, RelativeTime, Section, TextInput } from '../../../ui/index.ts'
import { SECURITY_KEY } from '../hooks/use-security.ts'
import { useSubmit } from '../hooks/use-submit.ts'
import { passkeyProblem } from '../model/passkey-problem.ts'
import { securityTexts } from '../texts-security.ts'
import { ProblemAlert } from './problem-alert.tsx'
import styles from './security.module.css'

type Props = { readonly passkeys: Output<'identity.getSecurity'>['passkeys'] }

/** One's passkeys: add one on this device, remove one. */
export function PasskeySection({ passkeys }: Props) {
  const [isAdding, setAdding] = useState(false)
  const queries = useQueryClient()
  const words = securityTexts.passkeys
  const refresh = () => queries.invalidateQueries({ queryKey: SECURITY_KEY })
  const remove = useMutation({
    mutationFn: (id: string) => call('identity.removePasskey', { id }),
    onSuccess: refresh,
  })
  const isUsable = canUsePasskeys()
  return (
    <Section
      title={words.title}
      sentence={isUsable ? words.sentence : words.unavailable}
      actions={isUsable && <Button onClick={() => setAdding(true)}>{words.add}</Button>}
    >
      {passkeys.length === 0 ? (
        <p className={styles.soft}>{words.empty}</p>
      ) : (
        <PlainTable label={words.title} columns={words.columns}>
          {passkeys.map(({ id, name, isSynced, createdAt }) => (
            <tr key={id}>
              <td>{name === '' ? words.unnamed : name}</td>
              <td className={styles.soft}>{isSynced ? words.synced : words.single}</td>
              <td className={styles.soft}>
                <RelativeTime at={createdAt} />
              </td>
              <td className={styles.end}>
                <Button
                  variant="subtle"
                  color="red"
                  size="compact-sm"
                  loading={remove.isPending && remove.variables === id}
                  aria-label={words.removeOf(name)}
                  onClick={() => remove.mutate(id)}
                >
                  {words.remove}
                </Button>
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      {isAdding && (
        <AddPasskey
          onClose={() => {
            setAdding(false)
            void refresh()
          }}
        />
      )}
    </Section>
  )
}

function AddPasskey({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('')
  const words = securityTexts.passkeys
  const { isBusy, problem, handleSubmit } = useSubmit(async () => {
    await addPasskey(name.trim())
    onClose()
  }, passkeyProblem)
  return (
    <Modal opened onClose={onClose} title={words.add} size={440}>
      <form className={styles.form} onSubmit={handleSubmit}>
        <TextInput
          label={words.name}
          placeholder={words.namePlaceholder}
          value={name}
          required
          maxLength={100}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ProblemAlert problem={problem} />
        <Button type="submit" className={styles.submit} loading={isBusy}>
          {words.submit}
        </Button>
      </form>
    </Modal>
  )
}

import { useState } from 'react'
import { Button, Group, Stack } from '../../../ui/index.ts'
import { inviteTexts } from '../texts-invite.ts'
import styles from './settings-form.module.css'

type Props = { readonly link: string; readonly until: string; readonly onDone: () => void }

/** The link of an invitation, to be passed on before it is hidden for good. */
export function SecretLink({ link, until, onDone }: Props) {
  const [isCopied, setCopied] = useState(false)
  const handleCopy = async () => {
    await navigator.clipboard.writeText(link)
    setCopied(true)
  }
  return (
    <Stack gap="sm">
      <p>
        {inviteTexts.once} {inviteTexts.until(until)}
      </p>
      <output className={styles.secret}>{link}</output>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => void handleCopy()}>
          {isCopied ? inviteTexts.copied : inviteTexts.copy}
        </Button>
        <Button onClick={onDone}>{inviteTexts.done}</Button>
      </Group>
    </Stack>
  )
}

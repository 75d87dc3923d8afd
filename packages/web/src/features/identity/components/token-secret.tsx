import { useState } from 'react'
import { Button, Group, Stack } from '../../../ui/index.ts'
import { settingsTexts } from '../texts-settings.ts'
import styles from './settings-form.module.css'

type Props = { readonly secret: string; readonly onDone: () => void }

/** A new token, to be copied before it is hidden for good. */
export function TokenSecret({ secret, onDone }: Props) {
  const [isCopied, setCopied] = useState(false)
  const words = settingsTexts.tokens
  const handleCopy = async () => {
    await navigator.clipboard.writeText(secret)
    setCopied(true)
  }
  return (
    <Stack gap="sm">
      <p>{words.once}</p>
      <output className={styles.secret}>{secret}</output>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => void handleCopy()}>
          {isCopied ? words.copied : words.copy}
        </Button>
        <Button onClick={onDone}>{words.done}</Button>
      </Group>
    </Stack>
  )
}

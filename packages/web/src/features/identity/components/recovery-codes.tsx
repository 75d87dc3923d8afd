import { useState } from 'react'
import { Button, Group, Stack } from '../../../ui/index.ts'
import { securityTexts } from '../texts-security.ts'
import styles from './security.module.css'

type Props = { readonly codes: readonly string[]; readonly onDone: () => void }

/** Codes for when the telephone is lost, to be kept before they are hidden for good. */
export function RecoveryCodes({ codes, onDone }: Props) {
  const [isCopied, setCopied] = useState(false)
  const words = securityTexts.factor
  const handleCopy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'))
    setCopied(true)
  }
  return (
    <Stack gap="sm">
      <p>{words.codes}</p>
      <ul className={styles.codes} aria-label={words.codesTitle}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => void handleCopy()}>
          {isCopied ? words.copied : words.copy}
        </Button>
        <Button onClick={onDone}>{words.kept}</Button>
      </Group>
    </Stack>
  )
}

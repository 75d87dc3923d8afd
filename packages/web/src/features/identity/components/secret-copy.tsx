import { useState } from 'react'
import { Button } from '../../../ui/index.ts'
import { providerTexts } from '../texts-providers.ts'
import styles from './provider-card.module.css'

type Props = { readonly label: string; readonly text: string }

/** A text that has to be taken elsewhere, letter by letter. */
export function SecretCopy({ label, text }: Props) {
  const [isCopied, setCopied] = useState(false)
  const handleCopy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <div className={styles.copy}>
      <span className={styles.label}>{label}</span>
      <div className={styles.line}>
        <span>{text}</span>
        <Button variant="subtle" size="compact-sm" onClick={() => void handleCopy().catch(() => {})}>
          {isCopied ? providerTexts.copied : providerTexts.copy}
        </Button>
      </div>
    </div>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { endSecondFactor, renewRecoveryCodes } from '../../../platform/security.ts'
import { ME_KEY } from '../../../platform/use-me.ts'
import { Button, Modal, notifications, Section } from '../../../ui/index.ts'
import { SECURITY_KEY } from '../hooks/use-security.ts'
import { securityTexts } from '../texts-security.ts'
import { FactorSetupSteps } from './factor-setup.tsx'
import { PasswordDialog } from './password-dialog.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import styles from './security.module.css'

type Props = { readonly isOn: boolean }
type Open = 'setup' | 'renew' | 'stop' | { readonly codes: readonly string[] } | null

/** The second factor: set it up, renew its recovery codes, switch it off. */
export function FactorSection({ isOn }: Props) {
  const [open, setOpen] = useState<Open>(null)
  const queries = useQueryClient()
  const words = securityTexts.factor
  const close = () => setOpen(null)
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: SECURITY_KEY })
    void queries.invalidateQueries({ queryKey: ['sessions'] })
    void queries.invalidateQueries({ queryKey: ME_KEY })
  }
  const handleSetUp = () => {
    close()
    refresh()
    notifications.show({ message: words.switchedOn })
  }
  const handleStop = async (password: string) => {
    await endSecondFactor(password)
    close()
    refresh()
    notifications.show({ message: words.switchedOff })
  }
  const handleRenew = async (password: string) => setOpen({ codes: await renewRecoveryCodes(password) })
  return (
    <Section title={words.title} sentence={isOn ? words.on : words.off}>
      <div className={styles.buttons}>
        {isOn ? (
          <>
            <Button variant="default" onClick={() => setOpen('renew')}>
              {words.fresh}
            </Button>
            <Button variant="subtle" color="red" onClick={() => setOpen('stop')}>
              {words.stop}
            </Button>
          </>
        ) : (
          <Button onClick={() => setOpen('setup')}>{words.start}</Button>
        )}
      </div>
      {open === 'setup' && (
        <Modal opened onClose={close} title={words.title} size={440} closeOnClickOutside={false}>
          <FactorSetupSteps onDone={handleSetUp} />
        </Modal>
      )}
      {open === 'renew' && (
        <PasswordDialog title={words.fresh} hint={words.freshHint} onConfirm={handleRenew} onClose={close} />
      )}
      {open === 'stop' && <PasswordDialog title={words.stop} onConfirm={handleStop} onClose={close} />}
      {typeof open === 'object' && open !== null && (
        <Modal opened onClose={close} title={words.codesTitle} size={440} closeOnClickOutside={false}>
          <RecoveryCodes codes={open.codes} onDone={close} />
        </Modal>
      )}
    </Section>
  )
}

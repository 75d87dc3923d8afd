import { signInWithPasskey } from '../../../platform/security.ts'
import { Button } from '../../../ui/index.ts'
import { useSubmit } from '../hooks/use-submit.ts'
import { passkeyProblem } from '../model/passkey-problem.ts'
import { securityTexts } from '../texts-security.ts'
import { ProblemAlert } from './problem-alert.tsx'

type Props = { readonly onDone: () => Promise<void> }

/** Signs in with a passkey that the device offers. */
export function PasskeyButton({ onDone }: Props) {
  const { isBusy, problem, run } = useSubmit(async () => {
    await signInWithPasskey()
    await onDone()
  }, passkeyProblem)
  return (
    <>
      <Button variant="default" loading={isBusy} onClick={() => void run()}>
        {securityTexts.signIn.passkey}
      </Button>
      <ProblemAlert problem={problem} />
    </>
  )
}

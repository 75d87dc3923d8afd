import { ErrorState, Skeleton } from '../../../ui/index.ts'
import { FactorSection } from '../components/factor-section.tsx'
import { PasskeySection } from '../components/passkey-section.tsx'
import { PasswordSection } from '../components/password-section.tsx'
import { useSecurity } from '../hooks/use-security.ts'
import { securityTexts } from '../texts-security.ts'

/** How I prove who I am: password, second factor, passkeys. */
export function SecurityPage() {
  const security = useSecurity()
  return (
    <>
      <PasswordSection />
      {security.isPending && <Skeleton rows={3} />}
      {security.error && (
        <ErrorState
          title={securityTexts.factor.title}
          error={security.error}
          onRetry={() => void security.refetch()}
        />
      )}
      {security.data && (
        <>
          <FactorSection isOn={security.data.secondFactor === 'on'} />
          <PasskeySection passkeys={security.data.passkeys} />
        </>
      )}
    </>
  )
}

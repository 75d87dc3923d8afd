import { useMe } from '../../../platform/use-me.ts'
import { ErrorState, Section, Skeleton } from '../../../ui/index.ts'
import { ConnectionSection } from '../components/connection-section.tsx'
import { FactorSection } from '../components/factor-section.tsx'
import { PasskeySection } from '../components/passkey-section.tsx'
import { PasswordSection } from '../components/password-section.tsx'
import { useSecurity } from '../hooks/use-security.ts'
import { providerTexts } from '../texts-providers.ts'
import { securityTexts } from '../texts-security.ts'

/** How I prove who I am: password, second factor, passkeys, providers. */
export function SecurityPage() {
  const security = useSecurity()
  const provider = useMe().data?.user?.provider ?? null
  const words = providerTexts.security
  if (provider !== null) return <Section title={words.came(provider)} sentence={words.cameHint} />
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
          {security.data.connections.length > 0 && (
            <ConnectionSection
              connections={security.data.connections}
              connectProof={security.data.connectProof}
            />
          )}
        </>
      )}
    </>
  )
}

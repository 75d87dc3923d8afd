import { useQueryClient } from '@tanstack/react-query'
import { ME_KEY, useMe } from '../../../platform/use-me.ts'
import { Link } from '../../../ui/index.ts'
import { AccountCard } from '../components/account-card.tsx'
import { FactorSetupSteps } from '../components/factor-setup.tsx'
import { providerTexts } from '../texts-providers.ts'
import { securityTexts } from '../texts-security.ts'

type Props = { readonly organisation: string }

/** What stands before an organisation that lets nobody in without a second factor. */
export function FactorNeededPage({ organisation }: Props) {
  const queries = useQueryClient()
  const provider = useMe().data?.user?.provider ?? null
  return (
    <AccountCard title={organisation} foot={<Link to="/sign-in">{securityTexts.signIn.back}</Link>}>
      <p>{provider === null ? securityTexts.factor.needed : providerTexts.signIn.factor(provider)}</p>
      {provider === null && (
        <FactorSetupSteps onDone={() => void queries.resetQueries({ queryKey: ME_KEY })} />
      )}
    </AccountCard>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { ME_KEY } from '../../../platform/use-me.ts'
import { Link } from '../../../ui/index.ts'
import { AccountCard } from '../components/account-card.tsx'
import { FactorSetupSteps } from '../components/factor-setup.tsx'
import { securityTexts } from '../texts-security.ts'

type Props = { readonly organisation: string }

/** What stands before an organisation that lets nobody in without a second factor. */
export function FactorNeededPage({ organisation }: Props) {
  const queries = useQueryClient()
  return (
    <AccountCard title={organisation} foot={<Link to="/sign-in">{securityTexts.signIn.back}</Link>}>
      <p>{securityTexts.factor.needed}</p>
      <FactorSetupSteps onDone={() => void queries.resetQueries({ queryKey: ME_KEY })} />
    </AccountCard>
  )
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../../platform/api.ts'
import { paths, useGo, useHash } from '../../../platform/navigation.ts'
import { explain } from '../../../platform/refused.ts'
import { signIn, signOut } from '../../../platform/session.ts'
import { ME_KEY, useMe } from '../../../platform/use-me.ts'
import { Link, Skeleton } from '../../../ui/index.ts'
import { AccountCard } from '../components/account-card.tsx'
import { CodeForm } from '../components/code-form.tsx'
import { JoinForm } from '../components/join-form.tsx'
import { JoinSignedIn } from '../components/join-signed-in.tsx'
import { ProblemAlert } from '../components/problem-alert.tsx'
import { inviteTexts } from '../texts-invite.ts'
import { peopleTexts } from '../texts-people.ts'

/** What the link of an invitation opens: whoever has an account signs in, others make one, and both join. */
export function JoinPage() {
  const params: { readonly organisation?: string } = useParams({ strict: false })
  const secret = useHash()
  const invitation = { organisationId: params.organisation ?? '', secret }
  const me = useMe()
  const go = useGo()
  const queries = useQueryClient()
  const asked = useQuery({
    queryKey: ['invitation', invitation],
    queryFn: () => call('identity.openInvitation', invitation),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [needsCode, setNeedsCode] = useState(false)
  const words = inviteTexts.join

  const enter = async (slug: string) => {
    await queries.resetQueries({ queryKey: ME_KEY })
    go(paths.my(slug))
  }
  const join = async () => {
    const { slug } = await call('identity.acceptInvitation', invitation)
    await enter(slug)
  }
  const handleCreate = async (account: { readonly name: string; readonly password: string }) => {
    const { slug, email } = await call('identity.acceptInvitation', { ...invitation, account })
    await signIn({ email, password: account.password })
    await enter(slug)
  }
  const handleSignIn = async (input: { readonly email: string; readonly password: string }) => {
    if (await signIn(input)) setNeedsCode(true)
    else await join()
  }
  const handleOther = async () => {
    await signOut()
    await queries.resetQueries({ queryKey: ME_KEY })
  }

  if (asked.error)
    return (
      <AccountCard title={words.void} foot={<Link to="/">{words.home}</Link>}>
        <ProblemAlert problem={explain(asked.error)} />
        <p>{words.voidHint}</p>
      </AccountCard>
    )
  if (!asked.data || !me.data) return <Skeleton rows={3} />
  const { organisation, email, orgRole, invitedBy } = asked.data
  return (
    <AccountCard title={words.title(organisation.name)} foot={null}>
      <p>{words.sentence(invitedBy, peopleTexts.roles[orgRole].toLowerCase())}</p>
      {needsCode ? (
        <CodeForm onDone={join} onBack={() => setNeedsCode(false)} />
      ) : me.data.user ? (
        <JoinSignedIn user={me.data.user} onJoin={join} onOther={handleOther} />
      ) : (
        <JoinForm email={email} onCreate={handleCreate} onSignIn={handleSignIn} />
      )}
    </AccountCard>
  )
}

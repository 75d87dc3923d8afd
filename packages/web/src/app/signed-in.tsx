import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import type { Output } from '../platform/api.ts'
import { chooseLanguage } from '../platform/language/index.ts'
import { useMe } from '../platform/use-me.ts'
import { ErrorState, Skeleton } from '../ui/index.ts'
import { Redirect } from './redirect.tsx'
import { texts } from './texts.ts'

/** The language that an account was given goes with it into each browser. */
function useLanguageOf(user: Output<'identity.getMe'>['user']): void {
  const wanted = user?.language ?? null
  useEffect(() => {
    if (wanted !== null) chooseLanguage(wanted)
  }, [wanted])
}

export type Me = Output<'identity.getMe'>

type Props = { readonly children: (me: Me) => ReactNode }

/** Shows its content to people who are signed in, and sends others to the sign-in page and back. */
export function SignedIn({ children }: Props) {
  const me = useMe()
  const { href } = useLocation()
  useLanguageOf(me.data?.user ?? null)
  if (me.data?.user) return children(me.data)
  if (me.data) {
    return <Redirect to="/sign-in" search={href === '/' ? {} : { next: href }} />
  }
  if (me.error) {
    return <ErrorState title={texts.pages.startFailed} error={me.error} onRetry={() => void me.refetch()} />
  }
  return <Skeleton rows={3} />
}

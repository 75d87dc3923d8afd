import { paths } from '../../platform/navigation.ts'
import { lastSlug } from '../last-slug.ts'
import { Redirect } from '../redirect.tsx'
import { SignedIn } from '../signed-in.tsx'

/** Sends people where they left off: their last organisation, or the first run. */
export function StartPage() {
  return (
    <SignedIn>
      {(me) => {
        const last = me.organisations.find(({ slug }) => slug === lastSlug()) ?? me.organisations[0]
        return <Redirect to={last ? paths.my(last.slug) : '/welcome'} />
      }}
    </SignedIn>
  )
}

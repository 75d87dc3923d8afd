import { useSlug } from '../../platform/navigation.ts'
import { LostPage } from '../pages/lost-page.tsx'
import { SignedIn } from '../signed-in.tsx'
import { OpenOrganisation } from './open-organisation.tsx'

/** Lets members of the organisation in that the address names. */
export function OrganisationGate() {
  const slug = useSlug()
  return (
    <SignedIn>
      {(me) => {
        const organisation = me.organisations.find((each) => each.slug === slug)
        if (!organisation) return <LostPage />
        return <OpenOrganisation key={organisation.id} organisationId={organisation.id} slug={slug} />
      }}
    </SignedIn>
  )
}

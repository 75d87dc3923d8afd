import { lazy, Suspense } from 'react'
import { useSlug } from '../../platform/navigation.ts'
import { Skeleton } from '../../ui/index.ts'
import { LostPage } from '../pages/lost-page.tsx'
import { SignedIn } from '../signed-in.tsx'
import { OpenOrganisation } from './open-organisation.tsx'

const FactorNeededPage = lazy(async () => ({
  default: (await import('../../features/identity/pages/factor-needed-page.tsx')).FactorNeededPage,
}))

const ProviderNeededPage = lazy(async () => ({
  default: (await import('../../features/identity/pages/provider-needed-page.tsx')).ProviderNeededPage,
}))

/** Lets members of the organisation in that the address names. */
export function OrganisationGate() {
  const slug = useSlug()
  return (
    <SignedIn>
      {(me) => {
        const organisation = me.organisations.find((each) => each.slug === slug)
        if (!organisation || !me.user) return <LostPage />
        if (organisation.needsProvider) {
          const next = location.pathname + location.search
          return (
            <Suspense fallback={<Skeleton rows={4} />}>
              <ProviderNeededPage organisation={organisation.name} slug={slug} next={next} />
            </Suspense>
          )
        }
        if (organisation.lacksSecondFactor) {
          return (
            <Suspense fallback={<Skeleton rows={4} />}>
              <FactorNeededPage organisation={organisation.name} />
            </Suspense>
          )
        }
        return (
          <OpenOrganisation
            key={organisation.id}
            organisationId={organisation.id}
            userId={me.user.id}
            slug={slug}
          />
        )
      }}
    </SignedIn>
  )
}

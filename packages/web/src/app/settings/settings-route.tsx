import { useParams } from '@tanstack/react-router'
import { type ComponentType, lazy, Suspense } from 'react'
import { paths, useSlug } from '../../platform/navigation.ts'
import { Link, PageHeader, Skeleton } from '../../ui/index.ts'
import { NotFoundPage } from '../pages/not-found-page.tsx'
import { texts } from '../texts.ts'
import { SETTINGS_PAGES, type SettingsPageId } from './settings-pages.ts'
import styles from './settings-route.module.css'

const CONTENT: Readonly<Record<SettingsPageId, ComponentType>> = {
  profile: lazy(async () => ({
    default: (await import('../../features/identity/pages/profile-page.tsx')).ProfilePage,
  })),
  security: lazy(async () => ({
    default: (await import('../../features/identity/pages/security-page.tsx')).SecurityPage,
  })),
  notifications: lazy(async () => ({
    default: (await import('../../features/notify/pages/notifications-page.tsx')).NotificationsPage,
  })),
  tokens: lazy(async () => ({
    default: (await import('../../features/identity/pages/tokens-page.tsx')).TokensPage,
  })),
  organisation: lazy(async () => ({
    default: (await import('../../features/identity/pages/organisation-page.tsx')).OrganisationPage,
  })),
  teams: lazy(async () => ({
    default: (await import('../../features/identity/pages/teams-page.tsx')).TeamsPage,
  })),
  'sign-in': lazy(async () => ({
    default: (await import('../../features/identity/pages/providers-page.tsx')).ProvidersPage,
  })),
  audit: lazy(async () => ({
    default: (await import('../../features/identity/pages/audit-page.tsx')).AuditPage,
  })),
  export: lazy(async () => ({
    default: (await import('../../features/exchange/pages/organisation-export-page.tsx'))
      .OrganisationExportPage,
  })),
  types: lazy(async () => ({
    default: (await import('../../features/work/pages/types-page.tsx')).TypesPage,
  })),
  fields: lazy(async () => ({
    default: (await import('../../features/work/pages/fields-page.tsx')).FieldsPage,
  })),
  planning: lazy(async () => ({
    default: (await import('../../features/schedule/pages/pool-page.tsx')).PoolPage,
  })),
  templates: lazy(async () => ({
    default: (await import('../../features/work/pages/templates-page.tsx')).TemplatesPage,
  })),
  labels: lazy(async () => ({
    default: (await import('../../features/work/pages/labels-page.tsx')).LabelsPage,
  })),
}

/** Where the list has no room it scrolls; the page that is open must be in sight. */
function showOpen(link: HTMLAnchorElement | null): void {
  link?.scrollIntoView({ block: 'nearest', inline: 'center' })
}

/** The settings: a list of pages, and the one that is open. */
export function SettingsRoute() {
  const params: { readonly page?: string } = useParams({ strict: false })
  const slug = useSlug()
  const open = SETTINGS_PAGES.find(({ id }) => id === params.page)
  if (!open) return <NotFoundPage />
  const Content = CONTENT[open.id]
  const groups = Map.groupBy(SETTINGS_PAGES, ({ group }) => group)
  return (
    <>
      <PageHeader title={texts.settings.title} />
      <div className={styles.frame}>
        <nav className={styles.list} aria-label={texts.settings.title}>
          {[...groups].map(([group, pages]) => (
            <div key={group} className={styles.group}>
              <h2 className={styles.title}>{group}</h2>
              {pages.map(({ id, label }) => (
                <Link
                  key={id}
                  to={paths.settings(slug, id)}
                  className={styles.link}
                  aria-current={id === open.id ? 'page' : undefined}
                  ref={id === open.id ? showOpen : undefined}
                >
                  {label}
                </Link>
              ))}
            </div>
          ))}
        </nav>
        <div className={styles.content}>
          <Suspense fallback={<Skeleton rows={5} />}>
            <Content />
          </Suspense>
        </div>
      </div>
    </>
  )
}

import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { CONTAINER_TABS, paths, type SearchText } from '../platform/navigation.ts'
import { readSearch, writeSearch } from '../platform/search-text.ts'
import { LostPage } from './pages/lost-page.tsx'
import { NotFoundPage } from './pages/not-found-page.tsx'
import { PageError } from './pages/page-error.tsx'
import { PagePending } from './pages/page-pending.tsx'
import { RootPage } from './pages/root-page.tsx'
import { StartPage } from './pages/start-page.tsx'
import { OrganisationGate } from './shell/organisation-gate.tsx'

// Every search parameter is text that the page itself understands or ignores.
const anySearch = (search: Record<string, unknown>): SearchText =>
  Object.fromEntries(
    Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )

const root = createRootRoute({
  component: RootPage,
  notFoundComponent: LostPage,
  validateSearch: anySearch,
})

const start = createRoute({ getParentRoute: () => root, path: '/', component: StartPage })
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('../features/identity/pages/sign-in-page.tsx'), 'SignInPage'),
})
const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('../features/identity/pages/sign-up-page.tsx'), 'SignUpPage'),
})
const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./pages/welcome-route.tsx'), 'WelcomeRoute'),
})

const join = createRoute({
  getParentRoute: () => root,
  path: '/join/$organisation',
  component: lazyRouteComponent(() => import('../features/identity/pages/join-page.tsx'), 'JoinPage'),
})

const organisation = createRoute({
  getParentRoute: () => root,
  path: '/o/$slug',
  component: OrganisationGate,
})
const home = createRoute({
  getParentRoute: () => organisation,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: paths.my(params.slug) })
  },
})

const pages = [
  page(
    'inbox',
    lazyRouteComponent(() => import('../features/notify/pages/inbox-page.tsx'), 'InboxPage'),
  ),
  page(
    'my',
    lazyRouteComponent(() => import('../features/work/pages/my-work-page.tsx'), 'MyWorkPage'),
  ),
  page(
    'search',
    lazyRouteComponent(() => import('../features/search/pages/search-page.tsx'), 'SearchPage'),
  ),
  page(
    'items',
    lazyRouteComponent(() => import('../features/work/pages/items-page.tsx'), 'ItemsPage'),
  ),
  page(
    'projects',
    lazyRouteComponent(() => import('./pages/container-lists.tsx'), 'ProjectsRoute'),
  ),
  page(
    'projects/earned-value',
    lazyRouteComponent(() => import('../features/schedule/pages/portfolio-page.tsx'), 'PortfolioPage'),
  ),
  page(
    'processes',
    lazyRouteComponent(() => import('./pages/container-lists.tsx'), 'ProcessesRoute'),
  ),
  page(
    'processes/incidents',
    lazyRouteComponent(() => import('../features/process/pages/incidents-page.tsx'), 'IncidentsPage'),
  ),
  page(
    'instances/$id',
    lazyRouteComponent(() => import('../features/process/pages/instance-page.tsx'), 'InstancePage'),
  ),
  page(
    'cases',
    lazyRouteComponent(() => import('./pages/container-lists.tsx'), 'CasesRoute'),
  ),
  page(
    'lists',
    lazyRouteComponent(() => import('./pages/container-lists.tsx'), 'ListsRoute'),
  ),
  page(
    'practices',
    lazyRouteComponent(() => import('../features/practice/pages/practices-page.tsx'), 'PracticesPage'),
  ),
  page(
    'practices/$id',
    lazyRouteComponent(() => import('../features/practice/pages/practice-page.tsx'), 'PracticePage'),
  ),
  page(
    'c/$key/$tab',
    lazyRouteComponent(() => import('./pages/container-route.tsx'), 'ContainerRoute'),
  ),
  page(
    'i/$key',
    lazyRouteComponent(() => import('./pages/item-route.tsx'), 'ItemRoute'),
  ),
  page(
    'people',
    lazyRouteComponent(() => import('../features/identity/pages/people-page.tsx'), 'PeoplePage'),
  ),
  page(
    'imports',
    lazyRouteComponent(() => import('../features/exchange/pages/imports-page.tsx'), 'ImportsPage'),
  ),
  page(
    'imports/$id',
    lazyRouteComponent(() => import('../features/exchange/pages/import-page.tsx'), 'ImportPage'),
  ),
  page(
    'settings/$page',
    lazyRouteComponent(() => import('./settings/settings-route.tsx'), 'SettingsRoute'),
  ),
]

/** Addresses that lead nowhere are said so inside the organisation, with the ways out around it. */
const nowhere = createRoute({ getParentRoute: () => organisation, path: '$', component: NotFoundPage })

const toTab = createRoute({
  getParentRoute: () => organisation,
  path: 'c/$key',
  beforeLoad: ({ params }) => {
    throw redirect({ to: paths.container(params.slug, params.key, CONTAINER_TABS[1]) })
  },
})
const toProfile = createRoute({
  getParentRoute: () => organisation,
  path: 'settings',
  beforeLoad: ({ params }) => {
    throw redirect({ to: paths.settings(params.slug) })
  },
})

function page(path: string, component: ReturnType<typeof lazyRouteComponent>) {
  return createRoute({ getParentRoute: () => organisation, path, component })
}

/** All addresses of the program. Pages are fetched when they are first opened. */
export const router = createRouter({
  routeTree: root.addChildren([
    start,
    signIn,
    signUp,
    welcome,
    join,
    organisation.addChildren([home, ...pages, toTab, toProfile, nowhere]),
  ]),
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultErrorComponent: PageError,
  defaultPendingComponent: PagePending,
  defaultNotFoundComponent: NotFoundPage,
  defaultPendingMs: 300,
  defaultPendingMinMs: 0,
  scrollRestoration: true,
})

export const syncRoutes = {
  'sync.bootstrap': { kind: 'query', method: 'GET', scope: 'organisation', path: '/sync/bootstrap' },
} as const

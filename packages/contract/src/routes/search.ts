export const searchRoutes = {
  'search.find': { kind: 'query', method: 'GET', scope: 'organisation', path: '/search' },
} as const

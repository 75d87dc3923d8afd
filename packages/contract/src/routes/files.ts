export const filesRoutes = {
  'files.listFiles': { kind: 'query', method: 'GET', scope: 'organisation', path: '/files' },
  'files.removeFile': { kind: 'command', method: 'DELETE', scope: 'organisation', path: '/files/{id}' },
} as const

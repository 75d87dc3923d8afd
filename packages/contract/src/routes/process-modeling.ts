const query = { kind: 'query', method: 'GET', scope: 'organisation' } as const

export const processModelingRoutes = {
  'process.getReferences': { ...query, path: '/processes/{containerId}/references' },
  'process.checkModel': { ...query, path: '/processes/{containerId}/findings' },
  'process.previewTimer': { ...query, path: '/processes/{containerId}/timer-preview' },
} as const

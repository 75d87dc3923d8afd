const query = { kind: 'query', method: 'GET', scope: 'organisation' } as const

export const processFlowRoutes = {
  'process.countElements': { ...query, path: '/processes/{containerId}/elements' },
  'process.countInstances': { ...query, path: '/process-counts' },
  'process.listVariants': { ...query, path: '/processes/{containerId}/variants' },
} as const

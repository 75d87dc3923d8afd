const command = { kind: 'command', scope: 'organisation' } as const
const query = { kind: 'query', method: 'GET', scope: 'organisation' } as const

export const exchangeRoutes = {
  'exchange.listImports': { ...query, path: '/imports' },
  'exchange.getImport': { ...query, path: '/imports/{id}' },
  'exchange.mapImport': { ...command, method: 'PUT', path: '/imports/{id}/mapping' },
  'exchange.startImport': { ...command, method: 'POST', path: '/imports/{id}/start' },
  'exchange.approveImport': { ...command, method: 'POST', path: '/imports/{id}/approve' },
  'exchange.revertImport': { ...command, method: 'POST', path: '/imports/{id}/revert' },
  'exchange.exportItems': { kind: 'download', method: 'GET', scope: 'organisation', path: '/exports/items' },
  'exchange.exportPlan': { kind: 'download', method: 'GET', scope: 'organisation', path: '/exports/plan' },
  'exchange.listOrganisationExports': { ...query, path: '/organisation-exports' },
  'exchange.startOrganisationExport': { ...command, method: 'POST', path: '/organisation-exports' },
  'exchange.removeOrganisationExport': {
    ...command,
    method: 'POST',
    path: '/organisation-exports/{id}/remove',
  },
  'exchange.removeDemo': { ...command, method: 'POST', path: '/demo/remove' },
} as const

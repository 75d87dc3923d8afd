const command = { kind: 'command', scope: 'organisation' } as const
const query = { kind: 'query', method: 'GET', scope: 'organisation' } as const

export const caseTemplateRoutes = {
  'case.listTemplates': { ...query, path: '/case-templates' },
  'case.getTemplate': { ...query, path: '/case-templates/{id}' },
  'case.saveTemplate': { ...command, method: 'PUT', path: '/case-templates/{id}' },
  'case.publishTemplate': { ...command, method: 'POST', path: '/case-templates/{id}/publish' },
  'case.removeTemplate': { ...command, method: 'DELETE', path: '/case-templates/{id}' },
  'case.restoreTemplate': { ...command, method: 'POST', path: '/case-templates/{id}/restore' },
  'case.keepAsTemplate': { ...command, method: 'POST', path: '/cases/{containerId}/template' },
  'case.beginByTemplate': { ...command, method: 'POST', path: '/cases/{containerId}/begin' },
} as const

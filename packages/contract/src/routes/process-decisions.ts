const command = { kind: 'command', scope: 'organisation' } as const
const query = { kind: 'query', method: 'GET', scope: 'organisation' } as const

export const processDecisionRoutes = {
  'process.saveDecision': { ...command, method: 'PUT', path: '/processes/{containerId}/decisions/{id}' },
  'process.publishDecision': { ...command, method: 'POST', path: '/decisions/{id}/publish' },
  'process.removeDecision': { ...command, method: 'DELETE', path: '/decisions/{id}' },
  'process.restoreDecision': { ...command, method: 'POST', path: '/decisions/{id}/restore' },
  'process.listDecisions': { ...query, path: '/processes/{containerId}/decisions' },
  'process.getDecision': { ...query, path: '/decisions/{id}' },
  'process.getDecisionVersion': { ...query, path: '/decisions/{id}/versions/{number}' },
  'process.saveDecisionCase': { ...command, method: 'PUT', path: '/decisions/{decisionId}/cases/{id}' },
  'process.removeDecisionCase': { ...command, method: 'DELETE', path: '/decisions/{decisionId}/cases/{id}' },
  'process.runDecisionCases': { ...query, path: '/decisions/{id}/case-results' },
  'process.evaluateDecision': {
    ...command,
    method: 'POST',
    path: '/processes/{containerId}/decisions/evaluate',
  },
  'process.listDecisionLog': { ...query, path: '/processes/{containerId}/decision-log' },
} as const

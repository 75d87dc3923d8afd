const command = { kind: 'command', scope: 'organisation' } as const
const query = { kind: 'query', method: 'GET', scope: 'organisation' } as const

export const caseRoutes = {
  'case.getPlan': { ...query, path: '/cases/{containerId}/plan' },
  'case.listHistory': { ...query, path: '/cases/{containerId}/history' },
  'case.addPlanItem': { ...command, method: 'POST', path: '/cases/{containerId}/plan-items' },
  'case.changePlanItem': {
    ...command,
    method: 'PATCH',
    path: '/cases/{containerId}/plan-items/{planItemId}',
  },
  'case.removePlanItem': {
    ...command,
    method: 'DELETE',
    path: '/cases/{containerId}/plan-items/{planItemId}',
  },
  'case.actOnPlanItem': {
    ...command,
    method: 'POST',
    path: '/cases/{containerId}/plan-items/{planItemId}/act',
  },
  'case.actOnCase': { ...command, method: 'POST', path: '/cases/{containerId}/act' },
  'case.changeVariables': { ...command, method: 'PATCH', path: '/cases/{containerId}/variables' },
  'case.takeBack': { ...command, method: 'POST', path: '/cases/{containerId}/take-back' },
  'case.setClosing': { ...command, method: 'PATCH', path: '/cases/{containerId}/closing' },
  'case.acceptOutcome': { ...command, method: 'POST', path: '/cases/{containerId}/acceptance' },
  'case.giveNotice': { ...command, method: 'POST', path: '/cases/{containerId}/notice' },
  'case.closeCase': { ...command, method: 'POST', path: '/cases/{containerId}/close' },
} as const

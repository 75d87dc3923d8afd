const command = { kind: 'command', method: 'POST', scope: 'organisation' } as const

export const processSuspensionRoutes = {
  'process.suspendVersion': { ...command, path: '/processes/{containerId}/versions/{number}/suspend' },
  'process.resumeVersion': { ...command, path: '/processes/{containerId}/versions/{number}/resume' },
} as const

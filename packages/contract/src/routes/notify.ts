const command = { kind: 'command', scope: 'organisation' } as const
const query = { kind: 'query', method: 'GET', scope: 'organisation' } as const

export const notifyRoutes = {
  'notify.listNotifications': { ...query, path: '/inbox' },
  'notify.countNotifications': { ...query, path: '/inbox/count' },
  'notify.markRead': { ...command, method: 'POST', path: '/inbox/{id}/read' },
  'notify.markUnread': { ...command, method: 'POST', path: '/inbox/{id}/unread' },
  'notify.markAllRead': { ...command, method: 'POST', path: '/inbox/read' },
  'notify.snooze': { ...command, method: 'POST', path: '/inbox/{id}/snooze' },
  'notify.getFollowing': { ...query, path: '/items/{itemId}/following' },
  'notify.follow': { ...command, method: 'POST', path: '/items/{itemId}/follow' },
  'notify.unfollow': { ...command, method: 'POST', path: '/items/{itemId}/unfollow' },
  'notify.nudge': { ...command, method: 'POST', path: '/items/{itemId}/nudge' },
  'notify.setReminder': { ...command, method: 'POST', path: '/items/{itemId}/reminders' },
  'notify.removeReminder': { ...command, method: 'DELETE', path: '/reminders/{id}' },
  'notify.listMutes': { ...query, path: '/mutes' },
  'notify.mute': { ...command, method: 'POST', path: '/mutes' },
  'notify.unmute': { ...command, method: 'POST', path: '/mutes/lift' },
} as const

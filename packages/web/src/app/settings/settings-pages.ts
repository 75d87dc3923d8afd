import { texts } from '../texts.ts'

/** The pages of the settings, in the order of their list. */
export const SETTINGS_PAGES = [
  { id: 'profile', label: texts.settings.profile, group: texts.settings.you },
  { id: 'security', label: texts.settings.security, group: texts.settings.you },
  { id: 'notifications', label: texts.settings.notifications, group: texts.settings.you },
  { id: 'tokens', label: texts.settings.tokens, group: texts.settings.you },
  { id: 'organisation', label: texts.settings.organisation, group: texts.settings.organisation },
  { id: 'teams', label: texts.settings.teams, group: texts.settings.organisation },
  { id: 'sign-in', label: texts.settings.signIn, group: texts.settings.organisation },
  { id: 'audit', label: texts.settings.audit, group: texts.settings.organisation },
  { id: 'export', label: texts.settings.export, group: texts.settings.organisation },
  { id: 'types', label: texts.settings.types, group: texts.settings.work },
  { id: 'fields', label: texts.settings.fields, group: texts.settings.work },
  { id: 'labels', label: texts.settings.labels, group: texts.settings.work },
  { id: 'planning', label: texts.settings.planning, group: texts.settings.work },
  { id: 'templates', label: texts.settings.templates, group: texts.settings.work },
] as const

export type SettingsPageId = (typeof SETTINGS_PAGES)[number]['id']

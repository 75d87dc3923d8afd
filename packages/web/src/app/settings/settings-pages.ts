/** The pages of the settings, in the order of their list. */
export const SETTINGS_PAGES = [
  { id: 'profile', label: 'Profile and sessions', group: 'You' },
  { id: 'tokens', label: 'API tokens', group: 'You' },
  { id: 'organisation', label: 'Organisation', group: 'Organisation' },
  { id: 'teams', label: 'Teams', group: 'Organisation' },
  { id: 'types', label: 'Types and states', group: 'Work' },
  { id: 'fields', label: 'Fields', group: 'Work' },
  { id: 'labels', label: 'Labels', group: 'Work' },
] as const

export type SettingsPageId = (typeof SETTINGS_PAGES)[number]['id']

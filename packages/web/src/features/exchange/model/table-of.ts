import type { ImportProfile, TableProfile } from '@millrace/contract'

/** The table that a mapping is about; null when the file is none. The contract's own is too large for a page. */
export function tableOf(profile: ImportProfile, sheet?: number): TableProfile | null {
  if (profile.format === 'csv') return profile
  if (profile.format !== 'xlsx') return null
  const [first] = profile.sheets
  return (sheet === undefined ? first : profile.sheets.find((each) => each.sheet === sheet)) ?? null
}

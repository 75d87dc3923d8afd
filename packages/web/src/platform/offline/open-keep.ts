import { ownEntry } from '../new-version.ts'
import type { Keep, Transport } from '../store/index.ts'
import { KEEP_NOTHING } from '../store/keep.ts'
import { BrowserKeep } from './browser-keep.ts'
import { isKeeping } from './device.ts'

/** What keeps an organisation on this device for a user, if the person wants that. */
export function openKeep(
  whose: { readonly organisationId: string; readonly userId: string },
  { bootstrap }: Transport,
): Keep {
  if (!isKeeping() || typeof indexedDB === 'undefined') return KEEP_NOTHING
  return new BrowserKeep({ ...whose, program: ownEntry() ?? '', fetch: bootstrap })
}

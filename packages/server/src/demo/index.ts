import { foundOrganisation } from '../features/identity/index.ts'
import { createDefaultCatalogue } from '../features/work/index.ts'
import type { Principal } from '../platform/commands/index.ts'
import { dayOf } from '../platform/time-zone.ts'
import { DEMO_OWNER } from './cast.ts'
import { type Progress, playDemo } from './play-demo.ts'
import type { StageDeps } from './stage.ts'
import { HISTORY_WEEKS } from './virtual-clock.ts'

/** The short name of the demo organisation. */
export const DEMO_SLUG = 'harbour-tower'

const TIME_ZONE = 'Europe/Berlin'
const WEEK_MS = 7 * 86_400_000

/**
 * Founds the demo organisation Harbour Tower and plays half a year into it.
 *
 * @param story.password by which its owner and everybody else of the story sign in
 * @throws Refused with `identity.account_exists` or `platform.exists` when it is there already
 */
export async function seedDemo(
  deps: StageDeps,
  story: { readonly password: string; readonly now: Date; readonly onProgress: Progress },
): Promise<Principal> {
  // Days of the story are those of the organisation, whatever the clock of the machine says.
  const today = new Date(`${dayOf(story.now.getTime(), TIME_ZONE)}T00:00:00Z`)
  const owner = await foundOrganisation(
    { db: deps.db, furnish: createDefaultCatalogue },
    {
      organisation: { slug: DEMO_SLUG, name: 'Harbour Tower', currency: 'EUR', timeZone: TIME_ZONE },
      owner: { ...DEMO_OWNER, password: story.password },
      now: today.getTime() - (HISTORY_WEEKS + 1) * WEEK_MS,
    },
  )
  await playDemo(deps, { ...story, owner, today })
  return owner
}

import { foundOrganisation } from '../features/identity/index.ts'
import { createDefaultCatalogue } from '../features/work/index.ts'
import type { Principal } from '../platform/commands/index.ts'
import { type Progress, playDemo } from './play-demo.ts'
import type { StageDeps } from './stage.ts'
import { HISTORY_WEEKS } from './virtual-clock.ts'

/** The account that owns the demo organisation. */
export const DEMO_OWNER = { name: 'Ida Berg', email: 'ida.berg@harbour-tower.example' } as const

/** The short name of the demo organisation. */
export const DEMO_SLUG = 'harbour-tower'

const WEEK_MS = 7 * 86_400_000

/**
 * Founds the demo organisation Harbour Tower and plays half a year into it.
 *
 * @param scene.password by which its owner and everybody else of the story sign in
 * @throws Refused with `identity.account_exists` or `platform.exists` when it is there already
 */
export async function seedDemo(
  deps: StageDeps,
  scene: { readonly password: string; readonly today: Date; readonly onProgress: Progress },
): Promise<Principal> {
  const owner = await foundOrganisation(
    { db: deps.db, furnish: createDefaultCatalogue },
    {
      organisation: { slug: DEMO_SLUG, name: 'Harbour Tower', currency: 'EUR', timeZone: 'Europe/Berlin' },
      owner: { ...DEMO_OWNER, password: scene.password },
      now: scene.today.getTime() - (HISTORY_WEEKS + 1) * WEEK_MS,
    },
  )
  await playDemo(deps, { ...scene, owner })
  return owner
}

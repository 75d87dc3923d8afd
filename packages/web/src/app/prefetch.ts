import { EditorPart } from '../features/work/components/view/lazy-work-editor.tsx'
import { idle } from '../platform/idle.ts'
import { isKeeping } from '../platform/offline/device.ts'
import { keepProgram } from '../platform/offline/keep-program.ts'
import { Menu } from '../ui/index.ts'
import { PlacesDrawer } from './shell/bottom-bar.tsx'

/** What people open at any moment, also while the connection is away. */
const PARTS: readonly (() => Promise<unknown>)[] = [
  EditorPart.load,
  Menu.load,
  PlacesDrawer.load,
  () => import('./palette/palette.tsx'),
  () => import('./create/create-dialog.tsx'),
  () => import('./pages/peek.tsx'),
  () => import('../ui/day-picker.tsx'),
  () => import('../features/work/components/editors/note-form.tsx'),
  () => import('./create/new-container-dialog.tsx'),
  () => import('../features/help/components/key-help.tsx'),
  () => import('../ui/markdown-view.tsx'),
]

/** Until then the browser has the page itself to fetch and to draw, and is only idle while it waits for that. */
const PAUSE_MS = 2_000

/**
 * Fetches them one after the other once the page has nothing better to do, and then keeps the program for
 * when there is no connection. What fails is fetched when it is opened.
 */
export async function prefetchParts(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  for (const load of PARTS) {
    await idle()
    await load().catch(() => undefined)
  }
  await idle()
  if (isKeeping()) await keepProgram()
}

import { costOf, median, settled } from './cost.ts'
import { type Notes, type Visitor } from './visitor.ts'

/** What a key costs until its outcome is painted, and how long that took by the clock. */
export type Pressed = { readonly cpu: number; readonly eventMs: number }

/** Presses keys one by one, the page at rest before each. */
export async function press(visitor: Visitor, keys: readonly string[]): Promise<Pressed> {
  const { page } = visitor
  const costs: number[] = []
  const durations: number[] = []
  for (const key of keys) {
    await settled(visitor)
    await page.evaluate(() => (window as unknown as Notes).events.splice(0)) // Left there by our script.
    costs.push((await costOf(visitor, () => page.keyboard.press(key))).cpu)
    await page.waitForTimeout(100)
    const events = await page.evaluate(() =>
      (window as unknown as Notes).events.map(({ name, duration }) => ({ name, duration })),
    )
    // Events below the browser's own threshold of 16 ms are not told.
    durations.push(
      Math.max(16, ...events.filter(({ name }) => name === 'keydown').map(({ duration }) => duration)),
    )
  }
  return { cpu: median(costs), eventMs: median(durations) }
}

/** So many times the same key. */
export function times(count: number, key: string): readonly string[] {
  return Array.from({ length: count }, () => key)
}

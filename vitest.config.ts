import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const isLong = process.env['TEST_LONG'] === 'yes'

/** What takes longest, mostly by waiting for other processes: begun first, it runs beside all the others. */
const LONGEST = [
  'dev/proof/kill.test.ts',
  'dev/proof/kill-processes.test.ts',
  'packages/server/src/cli/failures.db.test.ts',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((path) => moduleId.endsWith(path))
      return at < 0 ? LONGEST.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.{ts,tsx}', 'dev/**/*.test.ts'],
    exclude: ['**/node_modules/**', ...(isLong ? [] : ['**/*.long.test.ts'])],
    globalSetup: ['packages/server/src/platform/testing/global-setup.ts'],
    pool: 'threads',
    // By itself it leaves a core to others.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    isolate: false,
    testTimeout: isLong ? 600_000 : 30_000,
    hookTimeout: 60_000,
  },
})

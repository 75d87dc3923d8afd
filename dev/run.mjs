// node dev/run.mjs FILE ARGS: installs what is missing, then runs a TypeScript file under the pinned Node.
import { ensureInstalled } from './setup/install.mjs'
import { runScript } from './setup/runtime.mjs'

const args = process.argv.slice(2)
if (args.length === 0) {
  console.error('Usage: node dev/run.mjs FILE [ARGS]')
  process.exit(2)
}
await ensureInstalled()
process.exitCode = await runScript(args)

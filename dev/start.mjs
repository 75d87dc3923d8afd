// npm start: installs and builds what is missing, then runs the server under the pinned Node.
import { join } from 'node:path'
import { ensureInstalled } from './setup/install.mjs'
import { root } from './setup/root.mjs'
import { runScript } from './setup/runtime.mjs'
import { stopWithShell } from './setup/shell.mjs'
import { ensureWebBuilt } from './setup/web.mjs'

stopWithShell()
await ensureInstalled()
await ensureWebBuilt()
const main = join(root, 'packages', 'server', 'src', 'main.ts')
process.exitCode = await runScript([main, 'serve', '--plain', ...process.argv.slice(2)], {
  isChannelled: true,
})

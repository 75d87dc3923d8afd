#!/usr/bin/env node
// The `millrace` command: runs under the pinned Node, or under this one when it is new enough.
import { join } from 'node:path'
import { root } from '../dev/setup/root.mjs'
import { runScript } from '../dev/setup/runtime.mjs'

const main = join(root, 'packages', 'server', 'src', 'main.ts')
process.exitCode = await runScript([main, ...process.argv.slice(2)], { isChannelled: true })

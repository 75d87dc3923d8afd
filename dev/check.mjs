// npm run check: everything that can be found out without running the program. Stops at the first
// step that fails.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled } from './setup/install.mjs'
import { root } from './setup/root.mjs'
import { runScript } from './setup/runtime.mjs'

process.chdir(root)
await ensureInstalled()

const bin = (...path) => join(root, 'node_modules', ...path)
const tsc = bin('typescript', 'bin', 'tsc')
const floors = ['core', 'formats', 'contract', 'server', 'web']

const parts = [
  join('packages', 'web', 'vite'),
  join('packages', 'web', 'worker'),
  join('dev', 'bench'),
  join('dev', 'bench', 'process'),
]
const projects = [...floors.map((floor) => join('packages', floor)), '.', ...parts].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /^tsconfig(\.test)?\.json$/.test(name))
    .map((name) => join(folder, name)),
)

const steps = [
  { name: 'lock file', args: [join('dev', 'setup', 'complete-lock.mjs'), '--check'] },
  { name: 'format', args: [bin('@biomejs', 'biome', 'bin', 'biome'), 'check'] },
  ...projects.map((project) => ({ name: `types of ${project}`, args: [tsc, '-p', project] })),
  { name: 'fence and lint', args: [join('dev', 'house', 'check.ts')] },
].filter(({ args: [script = ''] }) => existsSync(script))

for (const { name, args } of steps) {
  const start = Date.now()
  const code = await runScript(args)
  const seconds = ((Date.now() - start) / 1000).toFixed(1)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
  if (code === 0) continue
  process.exitCode = code
  break
}

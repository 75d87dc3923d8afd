import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const SHELL = fileURLToPath(new URL('shell.mjs', import.meta.url))

const PROGRAM = `
import { stopWithShell } from ${JSON.stringify(SHELL)}
process.once('SIGTERM', () => {
  console.log('stops')
  process.exit()
})
stopWithShell()
console.log('runs')
setInterval(() => {}, 1000)`

test('what npm started stops with its shell', async () => {
  const shell = spawn('sh', ['-c', `"$NODE" --input-type=module --eval "$PROGRAM"; exit`], {
    env: { ...process.env, NODE: process.execPath, PROGRAM, npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(shell.stdout, 'data')
  shell.kill('SIGTERM')
  const [said] = (await once(shell.stdout, 'data')) as [Buffer] // Of a stream without encoding.
  expect(said.toString()).toBe('stops\n')
})

import { BATCH_MAX } from '@millrace/contract'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { openWholeServer } from './testing/whole-server.ts'

const server = await openWholeServer()
afterAll(() => server.close())

const owner = await server.found('home')
const path = `/api/v1/o/${owner.organisationId}/commands`
const containerId = newId()

function send(commands: readonly { readonly name: string; readonly input: object }[]) {
  return server.ask(owner, { path, body: { commands: commands.map((each) => ({ id: newId(), ...each })) } })
}

async function countItems(): Promise<unknown> {
  const answer = await server.ask(owner, { path: `/api/v1/o/${owner.organisationId}/items/counts` })
  return (answer.body as { readonly total: number }).total // What the operation answers.
}

test('as many lines as a large table has are made together, or none of them', async () => {
  const project = { id: containerId, kind: 'project', key: 'BIG', name: 'Big' }
  await send([{ name: 'work.createContainer', input: project }])
  const lines = Array.from({ length: 1_500 }, (_, index) => ({
    name: 'work.createItem',
    input: { id: newId(), containerId, title: `Line ${index}` },
  }))
  const wrong = { name: 'work.createItem', input: { id: newId(), containerId, title: '' } }
  expect((await send([...lines, wrong])).status).not.toBe(200)
  expect(await countItems()).toBe(0)
  expect((await send(lines)).status).toBe(200)
  expect(await countItems()).toBe(1_500)
})

test('more than anybody does at once is refused', async () => {
  const commands = Array.from({ length: BATCH_MAX + 1 }, () => ({ name: 'work.createItem', input: {} }))
  const answer = await send(commands)
  expect(answer).toMatchObject({ status: 413, body: { code: 'platform.batch_too_large' } })
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { randomBytes10, seededRandom, uuidV7 } from '@millrace/core/kernel'
import { afterAll, expect, test } from 'vitest'
import { type MortalServer, startMortal } from './mortal-server.ts'
import { ProcessLookout } from './process-findings.ts'

const KILLS = process.env['TEST_LONG'] === 'yes' ? 200 : 20
const WRITERS = 8
/** Requests that are acknowledged before the end comes, at least and at most. */
const [ACKNOWLEDGED_MIN, ACKNOWLEDGED_MAX] = [8, 60]
const LOOK_MS = 50
/** Steps of people, and timers, that an instance goes through. */
const [STEPS, TIMERS] = [4, 1]

const flow = (from: string, to: string) =>
  `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`
const XML = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="model"><process id="lift" isExecutable="true">
  <startEvent id="s"/><userTask id="a" name="Look"/><parallelGateway id="p"/><userTask id="b" name="Mend"/><userTask id="c" name="Clean"/>
  <parallelGateway id="q"/><intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>PT1S</timeDuration></timerEventDefinition></intermediateCatchEvent>
  <userTask id="d" name="Test"/><endEvent id="e"/>${flow('s', 'a')}${flow('a', 'p')}${flow('p', 'b')}${flow('p', 'c')}
  ${flow('b', 'q')}${flow('c', 'q')}${flow('q', 't')}${flow('t', 'd')}${flow('d', 'e')}</process></definitions>`

const dataDir = await mkdtemp(join(tmpdir(), 'millrace-kill-processes-'))
const random = seededRandom(21)
const newId = () => uuidV7(Date.now(), randomBytes10(random))
const organisationId = newId()
const containerId = newId()
let running: MortalServer | null = null
let cookie = ''

afterAll(async () => {
  await running?.kill()
  await rm(dataDir, { recursive: true, force: true })
})

type Command = {
  readonly id: string
  readonly name: string
  readonly input: Readonly<Record<string, unknown>>
}

async function start(): Promise<{ readonly server: MortalServer; readonly look: ProcessLookout }> {
  const server = await startMortal(dataDir)
  running = server
  const look = new ProcessLookout(server.databaseUrl)
  return { server, look }
}

async function post(url: string, body: unknown): Promise<Response> {
  return await fetch(url, {
    method: 'POST',
    headers: { cookie, origin: new URL(url).origin, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

async function send(url: string, command: Command) {
  const response = await post(`${url}/api/v1/o/${organisationId}/commands`, { commands: [command] })
  return { status: response.status, text: await response.text() }
}

const commandOf = (name: string, input: Command['input']): Command => ({ id: newId(), name, input })

async function found(url: string): Promise<void> {
  const account = { name: 'Rosa', email: 'rosa@example.org', password: 'a long enough password' }
  const signedUp = await post(`${url}/api/auth/sign-up/email`, account)
  expect(signedUp.status).toBe(200)
  cookie = signedUp.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ')
  const organisation = { id: organisationId, slug: 'mill', name: 'Mill' }
  expect((await post(`${url}/api/v1/organisations`, organisation)).status).toBe(200)
  const process = { id: containerId, kind: 'process', key: 'LIFT', name: 'Lift repair' }
  for (const command of [
    commandOf('work.createContainer', process),
    commandOf('process.publishModel', { containerId, xml: XML }),
  ])
    expect(await send(url, command)).toMatchObject({ status: 200 })
}

/** What one writer was told is done: it leads one instance after the other to its end. */
class Leader {
  readonly started: string[] = []
  readonly completed: string[] = []
  /** Sent, and not answered so far. */
  pending: Command | null = null

  /** What comes next; null: there is nothing to be done at the moment. */
  async next(look: ProcessLookout): Promise<Command | null> {
    const instanceId = this.started.at(-1)
    const state = instanceId === undefined ? 'finished' : await look.stateOf(instanceId)
    if (instanceId === undefined || state === 'finished')
      return commandOf('process.startInstance', { id: newId(), containerId, title: 'Lift' })
    const [itemId] = await look.openIn(instanceId)
    return itemId === undefined ? null : commandOf('process.completeStep', { itemId, values: {} })
  }

  acknowledge({ name, input }: Command): void {
    const of = String(input[name === 'process.startInstance' ? 'id' : 'itemId'])
    ;(name === 'process.startInstance' ? this.started : this.completed).push(of)
    this.pending = null
  }
}

type Round = { readonly url: string; readonly look: ProcessLookout; readonly onAcknowledged: () => void }

/** Goes on until the server does not answer any more; a refusal would be a fault of this test. */
async function leadUntilTheEnd(leader: Leader, { url, look, onAcknowledged }: Round): Promise<void> {
  for (;;) {
    const command = await leader.next(look).catch(() => 'gone' as const)
    if (command === 'gone') return
    if (command === null) {
      await sleep(LOOK_MS)
      continue
    }
    leader.pending = command
    const answer = await send(url, command).catch(() => null)
    // The database may go a moment before the server, which then says that it failed.
    if (answer === null || answer.status >= 500) return
    expect(answer).toMatchObject({ status: 200 })
    leader.acknowledge(command)
    onAcknowledged()
  }
}

async function leadAndKill(
  { server, look }: Awaited<ReturnType<typeof start>>,
  leaders: readonly Leader[],
): Promise<void> {
  let left = ACKNOWLEDGED_MIN + Math.floor(random() * (ACKNOWLEDGED_MAX - ACKNOWLEDGED_MIN))
  const killed: Promise<void>[] = []
  const onAcknowledged = () => {
    left--
    if (left === 0) killed.push(server.kill())
  }
  await Promise.all(
    leaders.map((leader) => leadUntilTheEnd(leader, { url: server.url, look, onAcknowledged })),
  )
  await Promise.all(killed)
  await look.close()
  running = null
}

/** Nothing acknowledged is lost, and nothing is done twice. What was not answered is asked again under its id. */
async function expectWhole(
  { server, look }: Awaited<ReturnType<typeof start>>,
  leaders: readonly Leader[],
): Promise<void> {
  expect(await look.broken()).toEqual([])
  const closed = await look.closed()
  expect(leaders.flatMap(({ completed }) => completed.filter((itemId) => !closed.has(itemId)))).toEqual([])
  for (const leader of leaders) {
    const { pending } = leader
    if (!pending) continue
    expect(await send(server.url, pending)).toMatchObject({ status: 200 })
    leader.acknowledge(pending)
  }
  expect(await look.broken()).toEqual([])
}

/** Leads what a writer has begun to its end. */
async function finish(leader: Leader, { server, look }: Awaited<ReturnType<typeof start>>): Promise<void> {
  for (const instanceId of leader.started)
    while ((await look.stateOf(instanceId)) === 'running') {
      const [itemId] = await look.openIn(instanceId)
      if (itemId === undefined) await sleep(LOOK_MS)
      else {
        const command = commandOf('process.completeStep', { itemId, values: {} })
        expect(await send(server.url, command)).toMatchObject({ status: 200 })
      }
    }
}

test('no step is lost and none is done twice, however often everything is killed', {
  timeout: KILLS * 45_000,
}, async () => {
  const first = await start()
  await found(first.server.url)
  await first.look.close()
  // A program that ends in peace leaves its compiled form to the starts after it.
  expect(await first.server.stop()).toBe(0)
  let now = await start()
  const leaders = Array.from({ length: WRITERS }, () => new Leader())
  for (let kill = 1; kill <= KILLS; kill++) {
    await leadAndKill(now, leaders)
    now = await start()
    await expectWhole(now, leaders)
  }
  const { server, look } = now
  await Promise.all(leaders.map((leader) => finish(leader, now)))
  expect(await look.broken()).toEqual([])
  const instances = leaders.reduce((sum, { started }) => sum + started.length, 0)
  expect(await look.told()).toEqual({
    ...{ start: instances, complete: STEPS * instances, happen: TIMERS * instances },
  })
  await look.close()
  expect(await server.stop()).toBe(0)
  running = null
})

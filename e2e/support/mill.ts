import { randomInt } from 'node:crypto'
import type { InputOf, operations } from '@millrace/contract'
import { uuidV7 } from '@millrace/core/kernel'
import { writeLinearModel } from '@millrace/formats/bpmn'
import { url } from './address.ts'

type Operations = typeof operations

/** Somebody with an account and a session. */
export type Person = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly cookie: string
}

/** A call of a command by name. */
export type Call = {
  [Name in keyof Operations]: readonly [name: Name, input: InputOf<Operations[Name]>]
}[keyof Operations]

/** The password of everybody in the journeys. */
export const PASSWORD = 'a long enough password'

/** A fresh id, as a browser makes them. */
export function newId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}

/** An e-mail address that nobody has. */
export function newEmail(): string {
  return `p-${newId()}@example.org`
}

/** An organisation of one test, set up through the interface that programs use. */
export class Mill {
  readonly id = newId()
  readonly slug = `mill-${this.id.slice(-12)}`
  readonly owner: Person

  private constructor(owner: Person) {
    this.owner = owner
  }

  /** Founds an organisation and signs its owner in. */
  static async found(): Promise<Mill> {
    const email = newEmail()
    const cookie = await enter('sign-up', { name: 'Rosa Marin', email, password: PASSWORD })
    const mill = new Mill({ id: '', name: 'Rosa Marin', email, cookie })
    const body = { id: mill.id, slug: mill.slug, name: 'Nord & Partner', timeZone: 'Europe/Berlin' }
    const { personId } = (await call(cookie, { path: '/api/v1/organisations', body })) as { personId: string } // As the contract says.
    Object.assign(mill.owner, { id: personId })
    return mill
  }

  /** Adds somebody and signs them in. */
  async addPerson(name: string, orgRole: 'member' | 'guest'): Promise<Person> {
    const person = { id: newId(), name, email: newEmail() }
    await this.run(['identity.addPerson', { ...person, orgRole, password: PASSWORD }])
    return await signIn({ ...person, cookie: '' })
  }

  /** Carries commands out as the owner, in one transaction. */
  async run(...calls: readonly Call[]): Promise<void> {
    const commands = calls.map(([name, input]) => ({ id: newId(), name, input }))
    await call(this.owner.cookie, { path: `/api/v1/o/${this.id}/commands`, body: { commands } })
  }

  /** Opens a project, process, case or list. */
  async addContainer(
    kind: 'project' | 'process' | 'case' | 'list',
    key: string,
    more: Partial<InputOf<Operations['work.createContainer']>> = {},
  ): Promise<string> {
    const id = newId()
    const end = kind === 'case' ? { subject: 'Façade', wishedEndState: 'The façade is tight' } : {}
    await this.run(['work.createContainer', { id, kind, key, name: `${key} ${kind}`, ...end, ...more }])
    return id
  }

  /** Adds items in a container, in this order. */
  async addItems(
    containerId: string,
    items: readonly Partial<InputOf<Operations['work.createItem']>>[],
  ): Promise<readonly string[]> {
    const ids = items.map(() => newId())
    await this.run(
      ...items.map((item, index): Call => {
        const named = { id: ids[index] ?? '', containerId, title: `Item ${index + 1}` }
        return ['work.createItem', { ...named, ...item }]
      }),
    )
    return ids
  }

  /** Adds a type of item that goes from to do over doing to done. */
  async addType(name: string, rules: Partial<InputOf<Operations['work.createType']>>): Promise<string> {
    const id = newId()
    const states = (
      [
        ['to-do', 'To do', 'ready'],
        ['doing', 'Doing', 'inProgress'],
        ['done', 'Done', 'done'],
      ] as const
    ).map(([stateId, stateName, group]) => ({ id: stateId, name: stateName, group, wipLimit: null }))
    await this.run(['work.createType', { id, name, workflow: { states, moves: 'any' }, ...rules }])
    return id
  }

  /** Says that one item comes before another. */
  async relate(fromId: string, toId: string): Promise<void> {
    await this.run(['work.relateItems', { id: newId(), fromId, toId, kind: 'precedes' }])
  }

  /** Lets somebody into a container, or changes what they may do in it. */
  async grant(
    containerId: string,
    grant: Pick<InputOf<Operations['work.grantAccess']>, 'role' | 'personId'> & { readonly id?: string },
  ): Promise<string> {
    const named = { id: newId(), ...grant }
    await this.run(['work.grantAccess', { containerId, ...named }])
    return named.id
  }

  /** Writes down the steps of a process, in this order. */
  async addSteps(containerId: string, names: readonly string[]): Promise<void> {
    const steps = names.map((name, place) => ({ id: `step_${place + 1}`, name }))
    await this.run([
      'process.publishModel',
      { containerId, xml: writeLinearModel({ id: 'process', name: '', steps }) },
    ])
  }

  /** Starts an instance of a process. */
  async startInstance(containerId: string, title: string): Promise<void> {
    await this.run(['process.startInstance', { id: newId(), containerId, title }])
  }

  /** Sends a file to be imported, as a browser does. */
  async upload(name: string, content: string): Promise<string> {
    const body = new FormData()
    body.append('file', new File([content], name))
    const response = await fetch(`${url}/api/v1/o/${this.id}/imports`, {
      method: 'POST',
      headers: { cookie: this.owner.cookie, origin: url },
      body,
    })
    if (!response.ok) throw new Error(`imports: ${await response.text()}`)
    return ((await response.json()) as { id: string }).id // As the contract says.
  }

  /** The address of a page of this organisation. */
  at(path: string): string {
    return `/o/${this.slug}/${path}`
  }
}

/** Another session of somebody. */
export async function signIn(person: Person): Promise<Person> {
  return { ...person, cookie: await enter('sign-in', { email: person.email, password: PASSWORD }) }
}

async function enter(
  way: 'sign-in' | 'sign-up',
  body: { readonly name?: string; readonly email: string; readonly password: string },
): Promise<string> {
  const response = await fetch(`${url}/api/auth/${way}/email`, {
    method: 'POST',
    // Everybody comes from an address of their own, so that no limit on attempts is met by chance.
    headers: { 'content-type': 'application/json', origin: url, 'x-forwarded-for': address() },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${way}: ${await response.text()}`)
  return response.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ')
}

function address(): string {
  return `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`
}

async function call(
  cookie: string,
  { path, body }: { readonly path: string; readonly body: unknown },
): Promise<unknown> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { cookie, origin: url, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  return await response.json()
}

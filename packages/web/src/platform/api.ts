import type { InputOf, OutputOf, operations } from '@millrace/contract'
import { type OperationId, type Route, routes } from '@millrace/contract/routes'
import { language } from './language/index.ts'
import { keepAnswer, keptAnswer } from './offline/answers.ts'
import { readAnswer } from './problem.ts'
import { Unreachable } from './refused.ts'

type Declared = typeof operations

/** The name of an operation that the contract declares, such as `work.createItem`. */
export type OperationName = keyof Declared & OperationId
/** What is sent to an operation. */
export type Input<Name extends OperationName> = InputOf<Declared[Name]>
/** What an operation answers. */
export type Output<Name extends OperationName> = OutputOf<Declared[Name]>

type CommandNames = {
  [Name in OperationName]: (typeof routes)[Name]['kind'] extends 'command' ? Name : never
}
/** The name of an operation that changes something. */
export type CommandName = CommandNames[OperationName]
type DownloadNames = {
  [Name in OperationName]: (typeof routes)[Name]['kind'] extends 'download' ? Name : never
}
/** The name of an operation that answers with a file. */
export type DownloadName = DownloadNames[OperationName]
/** The name of an operation that only reads. */
export type QueryName = Exclude<OperationName, CommandName | DownloadName>

/** Where to ask: operations of an organisation need its id; `signal` gives up an outdated question. */
export type CallOptions = { readonly organisationId?: string; readonly signal?: AbortSignal }

const BASE = '/api/v1'

/** The address of an organisation's part of the interface, such as `/api/v1/o/ID/sync/stream`. */
export function organisationPath(organisationId: string, path: string): string {
  return `${BASE}/o/${organisationId}${path}`
}

/**
 * Asks the server, typed by the contract.
 *
 * @returns the operation's output
 * @throws Refused when the server says no, Unreachable when it cannot be asked now
 */
export async function call<Name extends OperationName>(
  name: Name,
  input: Input<Name>,
  options: CallOptions = {},
): Promise<Output<Name>> {
  const route: Route = routes[name]
  const { path, rest } = fillPath(route.path, input)
  const base =
    route.scope === 'account' ? `${BASE}${path}` : organisationPath(options.organisationId ?? '', path)
  const isRead = route.method === 'GET'
  const address = isRead ? base + queryString(rest) : base
  const request = {
    method: route.method,
    ...(isRead || Object.keys(rest).length === 0 ? {} : { body: rest }),
    ...(options.signal ? { signal: options.signal } : {}),
  }
  const isKept = isRead && !NOT_KEPT.has(name)
  const answer = isKept ? await sendOrRecall(address, request) : await send(address, request)
  // The server checks its answers against the same contract.
  return answer as Output<Name>
}

/** The store keeps snapshots by itself, and who is signed in is kept apart. */
const NOT_KEPT: ReadonlySet<string> = new Set<OperationName>(['sync.bootstrap', 'identity.getMe'])

/** Asks, and when nobody can be asked, gives the answer of the last time. */
async function sendOrRecall(address: string, request: Request): Promise<unknown> {
  try {
    const answer = await send(address, request)
    keepAnswer(address, answer)
    return answer
  } catch (error) {
    const kept = error instanceof Unreachable ? await keptAnswer(address) : undefined
    if (kept === undefined) throw error
    return kept
  }
}

/** The address that a file is to be had at. */
export function downloadPath<Name extends DownloadName>(
  name: Name,
  input: Input<Name>,
  organisationId: string,
): string {
  const { path, rest } = fillPath(routes[name].path, input)
  return organisationPath(organisationId, path) + queryString(rest)
}

type Request = { readonly method: string; readonly body?: unknown; readonly signal?: AbortSignal }

/**
 * One exchange of JSON with the server.
 *
 * @throws Refused, Unreachable
 */
export async function send(path: string, { method, body, signal }: Request): Promise<unknown> {
  try {
    // The page that opens is answered with hints of what it will ask for: a browser takes that only for
    // a question without headers of its own.
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      ...(body === undefined ? {} : withBody(JSON.stringify(body))),
      ...(signal ? { signal } : {}),
    })
    return await readAnswer(response)
  } catch (error) {
    // The browser reports a lost connection as a TypeError without further detail.
    if (error instanceof TypeError) throw new Unreachable('no connection', { cause: error })
    throw error
  }
}

/** Browsers let 64 kB of all questions together be on their way beyond the end of a page; a sign takes up to three bytes. */
const KEEPALIVE_MAX = 8_000

/** What is being changed arrives also when the page is left or loaded anew in the same moment. */
function withBody(body: string): RequestInit {
  return {
    headers: { 'content-type': 'application/json', 'accept-language': language },
    body,
    keepalive: body.length <= KEEPALIVE_MAX,
  }
}

function fillPath(path: string, input: Readonly<Record<string, unknown>>) {
  const rest: Record<string, unknown> = { ...input }
  const filled = path.replace(/\{(\w+)\}/g, (_place, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(typeof value === 'string' ? value : '')
  })
  return { path: filled, rest }
}

function queryString(input: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(input)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      params.set(name, String(value))
    }
  }
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

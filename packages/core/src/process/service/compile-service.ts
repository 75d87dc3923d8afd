import type { Expression } from '../engine/expression.ts'
import type { BpmnExpression } from '../model/bpmn-expression.ts'
import type { BpmnService } from '../model/bpmn-service.ts'
import { readAttempts, readBackOff, readWaitMs } from './read-retry-rule.ts'
import {
  type GraphService,
  SERVICE_METHODS,
  type ServiceError,
  type ServiceHeader,
  type ServiceMethod,
} from './service.ts'
import { readUrlTemplate } from './url-template.ts'

const TIMEOUT_DEFAULT_MS = 30_000
const TIMEOUT_MAX_MS = 300_000
const TOPIC = /^\S(?:.{0,198}\S)?$/
const HEADER_NAME = /^[!#$%&'*+.^_`|~\w-]{1,100}$/
/** What says how the call itself is made, and by whom we are known, is no business of a model. */
const RESERVED = new Set([
  ...['host', 'connection', 'content-length', 'transfer-encoding', 'idempotency-key', 'expect'],
  ...['upgrade', 'te', 'trailer', 'proxy-authorization', 'proxy-connection'],
])
const STATUS = /^(?:([45])xx|([345]\d\d))$/

/** What of a service is not understood. */
export type ServicePart =
  | 'kind'
  | 'topic'
  | 'method'
  | 'url'
  | 'body'
  | 'header'
  | 'error'
  | 'timeout'
  | 'retries'
  | 'backOff'

type Around = {
  /** Makes an expression ready, and tells by itself what is wrong with it. */
  readonly compile: (expression: BpmnExpression) => Expression | null
  readonly onFault: (part: ServicePart) => void
}

/** Makes ready what a task asks of a service; null where something of it makes no sense. */
export function compileService(written: BpmnService, around: Around): GraphService | null {
  const retry = retryOf(written, around)
  const headers = written.headers.map((header) => headerOf(header, written.kind, around))
  const known = headers.filter((header) => header !== null)
  if (written.kind === 'worker') {
    const topic = written.topic ?? ''
    if (!TOPIC.test(topic)) around.onFault('topic')
    return retry && { kind: 'worker', topic, headers: known, retry }
  }
  if (written.kind === 'http') return httpOf(written, { retry, headers: known }, around)
  around.onFault('kind')
  return null
}

type Shared = Pick<GraphService, 'headers'> & { readonly retry: GraphService['retry'] | null }

function httpOf(written: BpmnService, { retry, headers }: Shared, around: Around): GraphService | null {
  const { body: said, errors: named } = written
  const method = methodOf(written, around)
  const url = readUrlTemplate(written.url?.trim() ?? '', (text) => around.compile({ text, language: null }))
  if (!url) around.onFault('url')
  const timeoutMs = timeoutOf(written, around)
  const errors = named.flatMap((error) => errorOf(error, around) ?? [])
  const body = said && around.compile(said)
  if (!method || !url || timeoutMs === null || !retry) return null
  return { kind: 'http', method, url, headers, body, errors, timeoutMs, retry }
}

function methodOf({ method, body }: BpmnService, { onFault }: Around): ServiceMethod | undefined {
  const written = (method ?? 'POST').toUpperCase()
  if (body && (written === 'GET' || written === 'DELETE')) onFault('body')
  const found = SERVICE_METHODS.find((known) => known === written)
  if (!found) onFault('method')
  return found
}

function timeoutOf({ timeout }: BpmnService, { onFault }: Around): number | null {
  const ms = timeout === null ? TIMEOUT_DEFAULT_MS : readWaitMs(timeout)
  if (ms !== null && ms > 0 && ms <= TIMEOUT_MAX_MS) return ms
  onFault('timeout')
  return null
}

function retryOf(written: BpmnService, { onFault }: Around): GraphService['retry'] | null {
  const attempts = readAttempts(written.retries)
  if (attempts === null) onFault('retries')
  const backOff = readBackOff(written.backOff)
  if (backOff === null) onFault('backOff')
  return attempts === null || backOff === null ? null : { attempts, backOff }
}

/** Headers for workers are notes to them and have any name. */
function headerOf(
  { name, value }: BpmnService['headers'][number],
  kind: string,
  { compile, onFault }: Around,
): ServiceHeader | null {
  const isFine = kind === 'worker' ? name !== '' : HEADER_NAME.test(name) && !RESERVED.has(name.toLowerCase())
  if (!isFine) onFault('header')
  const known = kind === 'worker' ? name : name.toLowerCase()
  if (!value.startsWith('=')) return { name: known, value }
  const expression = compile({ text: value, language: null })
  return expression && { name: known, value: expression }
}

function errorOf({ status, code }: BpmnService['errors'][number], { onFault }: Around): ServiceError | null {
  const [, hundreds, exact] = STATUS.exec(status.trim()) ?? []
  if (code === '' || (hundreds === undefined && exact === undefined)) {
    onFault('error')
    return null
  }
  const from = exact === undefined ? Number(hundreds) * 100 : Number(exact)
  return { from, to: exact === undefined ? from + 99 : from, code }
}

import type { Evaluated, Variables } from '../engine/expression.ts'
import type { GraphService, ServiceCall, ServiceHeader, ServiceRequest } from './service.ts'
import { fillUrl } from './url-template.ts'

type Answered<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: string }

type Http = Extract<GraphService, { readonly kind: 'http' }>

const BODY_MAX_CHARS = 1_000_000
const HEADER_MAX_CHARS = 4_000
const URL_MAX_CHARS = 8_000
/** A line of its own would be another header. */
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/

/** What is asked of a service, with the values of an instance in it; a fault names what is not known or not allowed. */
export function askService(service: GraphService, variables: Variables): Answered<ServiceCall> {
  const { retry } = service
  if (service.kind === 'worker') {
    const headers = headersOf(service.headers, variables)
    return headers.ok
      ? { ok: true, value: { kind: 'worker', topic: service.topic, headers: headers.value, retry } }
      : headers
  }
  const request = requestOf(service, variables)
  const { errors, timeoutMs } = service
  return request.ok
    ? { ok: true, value: { kind: 'http', request: request.value, errors, timeoutMs, retry } }
    : request
}

function requestOf(service: Http, variables: Variables): Answered<ServiceRequest> {
  const url = fillUrl(service.url, variables)
  if (!url.ok) return url
  if (String(url.value).length > URL_MAX_CHARS) return { ok: false, fault: 'service.url_value' }
  const headers = headersOf(service.headers, variables)
  if (!headers.ok) return headers
  const body = service.body === null ? null : service.body(variables)
  if (body !== null && !body.ok) return body
  const text = body && JSON.stringify(body.value)
  if (text !== null && text.length > BODY_MAX_CHARS) return { ok: false, fault: 'service.body_large' }
  const sent = text === null ? headers.value : { 'content-type': 'application/json', ...headers.value }
  return {
    ok: true,
    value: { method: service.method, url: String(url.value), headers: sent, body: text },
  }
}

/** A header whose value is null is left out. */
function headersOf(
  headers: readonly ServiceHeader[],
  variables: Variables,
): Answered<Readonly<Record<string, string>>> {
  const found = new Map<string, string>()
  for (const { name, value } of headers) {
    const answer: Evaluated = typeof value === 'string' ? { ok: true, value } : value(variables)
    if (!answer.ok) return answer
    if (answer.value === null || answer.value === undefined) continue
    const text = typeof answer.value === 'string' ? answer.value : JSON.stringify(answer.value)
    if (text.length > HEADER_MAX_CHARS || !HEADER_VALUE.test(text))
      return { ok: false, fault: 'service.header_value' }
    found.set(name, text)
  }
  return { ok: true, value: Object.fromEntries(found) }
}

import type { ModdleElement } from '../services.ts'
import type { Edit } from './edit.ts'
import { SERVICE_NAMES, type ServiceProperties } from './element-properties.ts'
import {
  attributesOf,
  childrenOf,
  extensionOf,
  extensionsOf,
  foreignName,
  isNamed,
  MILLRACE,
  textOf,
  type Writable,
} from './moddle.ts'
import { writeExtension } from './write-extension.ts'

/** Whatever a service may do. */
const SERVED = new Set(['bpmn:ServiceTask', 'bpmn:SendTask'])
const LISTED = ['header', 'error', 'body'] as const

/**
 * What a task asks of a service: as we write it, or by the topic of Camunda 7 and Zeebe. A sending task that names none
 * sends its message: its kind is empty.
 */
export function readService(is: ModdleElement): ServiceProperties | null {
  if (!SERVED.has(is.$type)) return null
  const own = extensionOf(is, 'service')
  return own ? ownService(own) : theirService(is)
}

function ownService(own: Writable): ServiceProperties {
  const written = attributesOf(own)
  const said = Object.fromEntries(SERVICE_NAMES.map((name) => [name, written[name] ?? '']))
  return {
    // A record of every name: `fromEntries` only knows that they are texts.
    ...(said as Readonly<Record<(typeof SERVICE_NAMES)[number], string>>),
    body: childrenOf(own, 'body')[0]?.$body?.trim() ?? '',
    headers: childrenOf(own, 'header').map((header) => {
      const { name = '', value = '' } = attributesOf(header)
      return { name, value }
    }),
    errors: childrenOf(own, 'error').map((error) => {
      const { status = '', code = '' } = attributesOf(error)
      return { status, code }
    }),
  }
}

/** What other programs say of it, which are all fetched by workers. */
function theirService(is: ModdleElement): ServiceProperties {
  const [definition] = extensionsOf(is, 'taskDefinition')
  const { type, retries = '' } = attributesOf(definition)
  const topic = type ?? textOf(is, foreignName(is, 'topic'))
  const kind = is.$type === 'bpmn:ServiceTask' || topic !== '' ? 'worker' : ''
  const nothing = { method: '', url: '', timeout: '', backOff: '', body: '', errors: [] }
  return { ...nothing, kind, topic, retries, headers: theirHeaders(is) }
}

function theirHeaders(is: ModdleElement): ServiceProperties['headers'] {
  return extensionsOf(is, 'taskHeaders').flatMap((headers) =>
    childrenOf(headers, 'header').map((header) => {
      const { key = '', value = '' } = attributesOf(header)
      return { name: key, value }
    }),
  )
}

/** What each kind of service does not know is not written for it. */
const FOREIGN: Readonly<Record<string, readonly string[]>> = {
  http: ['topic'],
  worker: ['method', 'url', 'timeout', 'body', 'error'],
  '': SERVICE_NAMES,
}

/** Writes what a task asks of a service; of an empty kind, that it asks none. */
export function writeService(edit: Edit, service: ServiceProperties): void {
  const { kind, body, headers, errors, ...said } = service
  const none = new Set(FOREIGN[kind] ?? [])
  const own = (name: string, values: Readonly<Record<string, string>>) =>
    none.has(name) ? [] : [edit.moddle.createAny(`millrace:${name}`, MILLRACE, values)]
  const before = extensionOf(edit.element.businessObject, 'service')
  const others = before?.$children?.filter((child) => !LISTED.some((name) => isNamed(child, name))) ?? []
  const written = [
    ...headers.flatMap(({ name, value }) => own('header', { name, value })),
    ...(body === '' ? [] : own('body', { $body: body })),
    ...errors.flatMap(({ status, code }) => own('error', { status, code })),
  ]
  const attributes: Record<string, string> = {}
  for (const [name, text] of Object.entries({ ...said, kind })) attributes[name] = none.has(name) ? '' : text
  writeExtension(edit, 'service', {
    attributes,
    children: kind === '' ? [] : [...others, ...written],
  })
}

import type { BrowserContext, ConsoleMessage } from '@playwright/test'
import { namedUrl, url } from './address.ts'

/** Refusals are part of many journeys, and browsers complain about every answer that is none. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4(\d\d)/
/**
 * No page asks for what needs a session without one: only a wrong password is answered so on purpose,
 * and an open stream when its session was ended elsewhere.
 */
const NOT_SIGNED_IN = '01'
const MAY_BE_SIGNED_OUT = /^\/api\/auth\/|\/sync\/stream$/

/** Notes whatever no page may ever do: ask elsewhere than was said, complain, or break the rules on what it may load. */
export async function watch(
  context: BrowserContext,
  { faults, elsewhere }: { readonly faults: string[]; readonly elsewhere: readonly string[] },
): Promise<void> {
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`The page broke the rule ${violatedDirective} with ${blockedURI}`),
    )
  })
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    const isLocal =
      protocol === 'data:' || protocol === 'blob:' || [url, namedUrl, ...elsewhere].includes(origin)
    if (!isLocal) faults.push(`asked ${request.url()}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 500) faults.push(`was answered ${response.status()} by ${response.url()}`)
  })
  context.on('console', (message) => {
    if (isComplaint(message)) faults.push(`complained: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => faults.push(`threw ${error.error().stack ?? String(error.error())}`))
}

function isComplaint(message: ConsoleMessage): boolean {
  return ['error', 'warning'].includes(message.type()) && !isRefusal(message) && !isMeant(message)
}

/** The first only where a journey takes the connection away; the second where it keeps no program for later. */
const MEANT: readonly string[] = [
  'Failed to load resource: net::ERR_INTERNET_DISCONNECTED',
  'Service Worker registration blocked by Playwright',
]

/** bpmn-js says this of a function of its own that its menu of kinds calls. */
const OF_THE_DRAWING_TOOLS = 'Error: ContextPad#getPad is deprecated'

function isMeant(message: ConsoleMessage): boolean {
  return MEANT.includes(message.text()) || message.text().startsWith(OF_THE_DRAWING_TOOLS)
}

function isRefusal(message: ConsoleMessage): boolean {
  const [, status] = REFUSED.exec(message.text()) ?? []
  if (status !== NOT_SIGNED_IN) return status !== undefined
  return MAY_BE_SIGNED_OUT.test(new URL(message.location().url).pathname)
}

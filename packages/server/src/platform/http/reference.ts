import { operations, type Route, refusals } from '@millrace/contract'
import type { FastifyInstance } from 'fastify'
import { openApiDocument } from './openapi.ts'

/** Serves the interface's description, for programs and for people; it is written when it is first asked for. */
export function addReferenceRoutes(app: FastifyInstance, version: string): void {
  const document = once(() => JSON.stringify(openApiDocument(version)))
  const page = once(() => referencePage(version))
  app.get('/api/v1/openapi.json', (_request, reply) => reply.type('application/json').send(document()))
  app.get('/api/v1/reference', (_request, reply) => reply.type('text/html; charset=utf-8').send(page()))
  app.get('/api/v1/refusals', (_request, reply) => reply.type('text/html; charset=utf-8').send(refusalPage()))
}

function once(write: () => string): () => string {
  let written: string | null = null
  return () => {
    written ??= write()
    return written
  }
}

const STYLE = `
body { font: 14px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark }
code { font: 13px ui-monospace, monospace } h2 { margin-block: 2rem .5rem; text-transform: capitalize }
details { border-block-start: 1px solid #8884; padding-block: .4rem } summary { cursor: pointer }
summary code { display: inline-block; min-width: 5rem; font-weight: 600 } pre { overflow: auto; background: #8881; padding: .7rem }
dt { font-weight: 600; margin-block-start: .8rem } dd { margin-inline-start: 0 }`

function shell(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} · Millrace</title><style>${STYLE}</style></head><body><h1>${title}</h1>${body}</body></html>`
}

type Described = {
  readonly summary: string
  readonly description: string
  readonly parameters: unknown
  readonly requestBody?: unknown
}

function referencePage(version: string): string {
  const document = openApiDocument(version) as { paths: Record<string, Record<string, Described>> } // Made just so.
  const rooms = Map.groupBy(Object.values(operations), (operation) => operation.id.split('.')[0] ?? '')
  const body = [...rooms].map(([room, list]) => {
    const entries = list.map((operation) => {
      const route: Route = operation.route
      const path = (route.scope === 'organisation' ? '/api/v1/o/{org}' : '/api/v1') + route.path
      const described = document.paths[path]?.[route.method.toLowerCase()]
      const detail = JSON.stringify(
        { parameters: described?.parameters, requestBody: described?.requestBody },
        null,
        2,
      )
      return `<details id="${operation.id}"><summary><code>${route.method}</code> <code>${escape(path)}</code> ${escape(operation.summary)}</summary>
<p><code>${operation.id}</code> · permission <code>${operation.permission}</code> · refusals ${operation.refusals
        .map((code) => `<a href="/api/v1/refusals#${code}"><code>${code}</code></a>`)
        .join(', ')}</p><pre>${escape(detail)}</pre></details>`
    })
    return `<h2>${room}</h2>${entries.join('')}`
  })
  const intro = `<p>The same description for programs: <a href="/api/v1/openapi.json">OpenAPI 3.1</a>. Sign in with an API token:
<code>Authorization: Bearer …</code>. Batches: <code>POST /api/v1/o/{org}/commands</code>.</p>`
  return shell(`API reference ${escape(version)}`, intro + body.join(''))
}

function refusalPage(): string {
  const entries = Object.entries(refusals).map(
    ([code, entry]) =>
      `<dt id="${code}"><code>${code}</code> ${entry.status}</dt><dd>${escape(entry.sentence)} ${escape(entry.remedy)}</dd>`,
  )
  return shell('Refusals', `<dl>${entries.join('')}</dl>`)
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

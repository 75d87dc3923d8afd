// Runs by itself while the program is still on its way: asks for what the address names, so that the
// answers are there when the program is. It imports types only, or it would wait for what it imports.

import type { Scope } from './scope.ts'

/** What was asked for before the program had arrived. */
export type Early = {
  /** Answers by address, each to be read by whoever would have asked for it. */
  readonly answers: Map<string, Promise<Response>>
  /** What the address names: the organisation, and the scope of the page; null when there is none. */
  readonly named: Promise<{ readonly organisationId: string; readonly scope: Scope | null } | null>
}

declare global {
  interface Window {
    millraceEarly?: Early
  }
}

const [, slug, page, key] = /^\/o\/([^/]+)\/([^/]+)(?:\/([^/]+))?/.exec(location.pathname) ?? []
const answers: Early['answers'] = new Map()

async function ask<Answer>(path: string): Promise<Answer> {
  const answer = fetch(path, { credentials: 'same-origin', headers: { accept: 'application/json' } })
  answers.set(path, answer)
  // Whoever takes the answer reads it, and says what is wrong with it.
  return (await (await answer).clone().json()) as Answer
}

async function askByAddress(): ReturnType<() => Early['named']> {
  const me = await ask<{ organisations: { id: string; slug: string }[] }>('/api/v1/me')
  const organisationId = me.organisations.find((each) => each.slug === slug)?.id
  if (organisationId === undefined) return null
  const snapshot = `/api/v1/o/${organisationId}/sync/bootstrap?scope=`
  const directory = await ask<{ containers: { id: string; key: string }[] }>(`${snapshot}directory`)
  const containerId = directory.containers.find((each) => each.key === key)?.id
  const scope: Scope | null =
    page === 'my' ? 'my' : page === 'c' && containerId ? `container:${containerId}` : null
  if (scope !== null) void ask(snapshot + encodeURIComponent(scope)).catch(() => undefined)
  return { organisationId, scope }
}

/** The files of the page that the address names, and of nothing else. */
function fetchFiles(): void {
  const parts = document.querySelector<HTMLElement>('script[data-parts]')?.dataset['parts'] ?? '{}'
  // Written beside this script by the build.
  const files = (JSON.parse(parts) as Readonly<Record<string, readonly string[]>>)[page ?? ''] ?? []
  for (const href of files) {
    const isStyle = href.endsWith('.css')
    const link = document.createElement('link')
    Object.assign(
      link,
      isStyle ? { rel: 'preload', as: 'style', crossOrigin: '', href } : { rel: 'modulepreload', href },
    )
    document.head.append(link)
  }
}

if (slug !== undefined) {
  window.millraceEarly = { answers, named: askByAddress().catch(() => null) }
  fetchFiles()
}

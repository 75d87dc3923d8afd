// Opens the program without a connection: it keeps the files of one build in the browser. What people
// work upon is kept by the program itself (src/platform/offline).

/** Written by the build (vite/offline.ts): what the program consists of, and a name for it. */
declare const MILLRACE_BUILD: { readonly name: string; readonly files: readonly string[] }

// Only workers of this kind have it under this name.
const worker = self as unknown as ServiceWorkerGlobalScope
const BUILD = MILLRACE_BUILD
const PREFIX = 'millrace-build-'
const CACHE = PREFIX + BUILD.name
/** Every page begins with the same document. */
const SHELL = '/'
const GLYPH = '/millrace.svg'

/** What a browser answers by itself, without waking this worker; newer than the type library. */
type RouterInstallEvent = ExtendableEvent & {
  readonly addRoutes?: (
    rules: readonly {
      readonly condition: { readonly urlPattern: string }
      readonly source: 'network' | 'cache'
    }[],
  ) => Promise<void>
}

worker.addEventListener('install', (event: RouterInstallEvent) => {
  event.waitUntil(install(event))
})

async function install(event: RouterInstallEvent): Promise<void> {
  await event.addRoutes?.([
    { condition: { urlPattern: '/api/*' }, source: 'network' },
    { condition: { urlPattern: '/assets/*' }, source: 'cache' },
  ])
  const cache = await caches.open(CACHE)
  await cache.addAll([SHELL, GLYPH, ...BUILD.files])
}

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOtherBuilds())
})

async function dropOtherBuilds(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
  )
}

worker.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url)
  if (event.request.method !== 'GET' || origin !== worker.location.origin) return
  if (pathname.startsWith('/assets/') || pathname === GLYPH) event.respondWith(fromCache(event.request))
  else if (event.request.mode === 'navigate' && !pathname.startsWith('/api/'))
    event.respondWith(fromServer(event.request))
})

/** The name of a file says what is in it, so that it never grows old. */
async function fromCache(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? (await fetch(request))
}

/** The server's page, which may be of a newer build; its own one where no server answers. */
async function fromServer(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const shell = await caches.match(SHELL)
    if (shell) return shell
    throw error
  }
}

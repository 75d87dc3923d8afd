const ADDRESS = '/sw.js'

/** Keeps the program itself on this device, so that it opens without a connection. */
export async function keepProgram(): Promise<void> {
  // Only pages from `https:` or this machine may; while pages are worked upon there is no build to keep.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register(ADDRESS).catch(() => undefined)
}

/** Keeps it no more. */
export async function dropProgram(): Promise<void> {
  const found = await navigator.serviceWorker?.getRegistration(ADDRESS)
  await found?.unregister()
  const names = (await globalThis.caches?.keys()) ?? []
  await Promise.all(names.map((name) => caches.delete(name)))
}

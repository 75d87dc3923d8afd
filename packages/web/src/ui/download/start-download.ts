/**
 * Fetches a file from the server and keeps it where the browser keeps downloads; says how far it is, and how it ended.
 * What does that is fetched with the first file.
 */
export async function startDownload(path: string): Promise<void> {
  const { runDownload } = await import('./run-download.tsx')
  await runDownload(path)
}

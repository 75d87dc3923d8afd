import type { Config } from '../platform/config.ts'
import { checkPort } from '../platform/listen-fault.ts'
import { findInstance } from '../platform/postgres/instance-lock.ts'

const ANSWER_MS_MAX = 2_000

/**
 * Finds out whether a port is ours or free.
 *
 * @throws PlainFault when another program has it
 */
export async function checkOwnPort(config: Config, setting: 'PORT' | 'METRICS_PORT'): Promise<string> {
  const { host } = config
  const port = setting === 'PORT' ? config.port : config.metricsPort
  const server = await findInstance(config.dataDir)
  if (server !== undefined) return `${port}; Millrace runs (process ${server})`
  if (await doesMillraceAnswer(config)) return `${port}; Millrace answers at port ${config.port}`
  await checkPort({ host, port, setting })
  return `${port} of ${host} is free`
}

/** With a database of somebody's own no lock tells that Millrace runs: only its answer does. */
async function doesMillraceAnswer({ host, port }: Config): Promise<boolean> {
  const place = host.includes(':') ? `[${host}]` : host
  try {
    const answer = await fetch(`http://${place}:${port}/api/v1/openapi.json`, {
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
    })
    // Whatever answers there: only the one word is asked for.
    const { info } = (await answer.json()) as { readonly info?: { readonly title?: unknown } }
    return info?.title === 'Millrace'
  } catch {
    return false
  }
}

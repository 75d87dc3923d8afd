import { readFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import type { Figure } from './browser/figure.ts'
import type { Pair } from './reads.ts'

/** The figures of one run, a part of the page. */
export type Section = { readonly title: string; readonly text: string }

/** Ours and the yardstick side by side, with the ratio of their rates. */
export function pairTable(pairs: readonly Pair[]): string {
  const head =
    '| what | clients | per second | p50 ms | p95 ms | CPU ms each | of it the server | bare SQL per second | bare CPU ms each | rate ours / bare |\n|---|---|---|---|---|---|---|---|---|---|'
  const rows = pairs.map(({ name, clients, ours, bare }) =>
    [
      name,
      clients,
      ours.perSecond.toFixed(0),
      ours.p50.toFixed(1),
      ours.p95.toFixed(1),
      ours.cpuPerCall.toFixed(2),
      ours.ownCpuPerCall.toFixed(2),
      bare.perSecond.toFixed(0),
      bare.cpuPerCall.toFixed(2),
      (ours.perSecond / bare.perSecond).toFixed(2),
    ].join(' | '),
  )
  return `${head}\n${rows.map((row) => `| ${row} |`).join('\n')}`
}

/** What a figure is compared with, taken in the same run. */
export type Yardstick = { readonly name: string; readonly ms: number }

/** Figures with the most they may be. Times are also told in units of the yardstick. */
export function figureTable(figures: readonly Figure[], yardstick: Yardstick | null): string {
  const head = yardstick
    ? `Yardstick: ${yardstick.name}: ${yardstick.ms.toFixed(1)} ms.\n\n| what | measured | in yardsticks | at most | held |\n|---|---|---|---|---|`
    : '| what | measured | at most | held |\n|---|---|---|---|'
  const rows = figures.map(({ name, value, unit, limit }) => {
    const ratio = unit === 'ms' && yardstick ? (value / yardstick.ms).toFixed(2) : ''
    const held = limit === undefined ? '' : value <= limit ? 'yes' : '**no**'
    const most = limit === undefined ? '' : `${limit} ${unit}`
    return [name, `${value.toFixed(1)} ${unit}`, ...(yardstick ? [ratio] : []), most, held].join(' | ')
  })
  return `${head}\n${rows.map((row) => `| ${row} |`).join('\n')}`
}

/** The whole page: machine, command, and what was measured. */
export function performancePage(sections: readonly Section[], ranOn: string): string {
  const processor = cpus()[0]?.model ?? 'unknown processor'
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  return `# Performance

Measured by \`npm run bench\` on ${ranOn}: ${cpus().length} × ${processor}, ${gigabytes} GB of memory, ${systemName()}, Node ${process.version},
the embedded PostgreSQL with its defaults (durable commits), server, database and load on the same machine. CPU counts the
server and the database together, user and system, after 500 calls to warm up. Bare SQL reads or writes the same rows in the same run by the same
driver, without the application. Browser figures are medians of headless Chromium without a graphics card, 1440 x 900,
the production build, CPU of the page's main thread (DevTools, thread ticks). Load average at the end:
${loadavg()[0]?.toFixed(1)}. Rates on shared machines drift; ratios and CPU per call are what to compare.

${sections.map(({ title, text }) => `## ${title}\n\n${text}\n`).join('\n')}`
}

function systemName(): string {
  const line = /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))
  return line?.[1] ?? process.platform
}

import { spawnSync } from 'node:child_process'
import { relative } from 'node:path'
import { REPOSITORY } from './house.ts'
import type { Violation } from './violation.ts'

type Diagnostic = {
  readonly code?: string
  readonly message: string
  readonly filename: string
  readonly labels: readonly { readonly span: { readonly line: number } }[]
}

const OXLINT = `${REPOSITORY}/node_modules/oxlint/bin/oxlint`

/**
 * Runs oxlint with types over folders of the repository. When oxlint itself fails, for example at a
 * mistake in its configuration, that is the one violation, so that the other checks are still heard.
 */
export function lint(folders: readonly string[], ignored: readonly string[]): Violation[] {
  const ignore = ignored.flatMap((pattern) => ['--ignore-pattern', pattern])
  const run = spawnSync(
    process.execPath,
    [OXLINT, '--type-aware', '--no-error-on-unmatched-pattern', '-f', 'json', ...ignore, ...folders],
    { cwd: REPOSITORY, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 },
  )
  const start = run.stdout.indexOf('{')
  if (start === -1) {
    return [{ rule: 'lint', file: '.oxlintrc.json', line: 1, detail: `${run.stdout}${run.stderr}`.trim() }]
  }
  // The format is oxlint's own and pinned with its version.
  const { diagnostics } = JSON.parse(run.stdout.slice(start)) as { diagnostics: Diagnostic[] }
  return diagnostics.filter(isNews).map(({ code = 'lint', message, filename, labels }) => ({
    rule: code,
    file: relative(REPOSITORY, `${REPOSITORY}/${filename}`),
    line: labels[0]?.span.line ?? 1,
    detail: message,
  }))
}

/** A type that does not resolve is reported once, by the compiler, and not at each of its uses. */
function isNews({ message }: Diagnostic): boolean {
  return !/\berror typed\b|`error` type|\btype error\b/.test(message)
}

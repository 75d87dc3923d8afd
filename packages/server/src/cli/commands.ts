import type { CliCommand } from './command.ts'
import { migrateCommand } from './migrate.ts'
import { serve } from './serve.ts'

/** Every command of `millrace`, in the order of the help. */
export const commands: readonly CliCommand[] = [serve, migrateCommand]

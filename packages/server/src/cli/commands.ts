import { backup } from './backup.ts'
import type { CliCommand } from './command.ts'
import { doctor } from './doctor.ts'
import { migrateCommand } from './migrate.ts'
import { restore } from './restore.ts'
import { seedDemoCommand } from './seed-demo.ts'
import { serve } from './serve.ts'
import { userAdd, userPassword } from './user.ts'

/** Every command of `millrace`, in the order of the help. */
export const commands: readonly CliCommand[] = [
  serve,
  migrateCommand,
  backup,
  restore,
  doctor,
  seedDemoCommand,
  userAdd,
  userPassword,
]

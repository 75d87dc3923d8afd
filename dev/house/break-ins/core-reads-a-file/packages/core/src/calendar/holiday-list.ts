import { readFileSync } from 'node:fs'

export function holidays(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n')
}

import { expect, test } from 'vitest'
import { linkPath } from './link-path.ts'

const from = { startX: 0, finishX: 100, y: 10 }

test.each([
  ['FS', { startX: 150, finishX: 200, y: 40 }, 'M100 10H106V40H150'],
  ['FS', { startX: 50, finishX: 90, y: 40 }, 'M100 10H106V30H44V40H50'],
  ['SS', { startX: 50, finishX: 90, y: 40 }, 'M0 10H-6V40H50'],
  ['FF', { startX: 50, finishX: 90, y: 40 }, 'M100 10H106V40H90'],
  ['SF', { startX: -90, finishX: -50, y: 40 }, 'M0 10H-6V40H-50'],
] as const)('a %s link is drawn %#', (type, to, path) => expect(linkPath(from, to, type)).toBe(path))

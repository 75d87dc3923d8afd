import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('without any setting Millrace listens on the loopback and makes its own database', () => {
  const config = readConfig({})
  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 4000,
    metricsPort: 4001,
    databaseUrl: null,
    seed: 'demo',
  })
  expect(config.dataDir.endsWith('/data')).toBe(true)
})

test('an empty variable counts as not set, blanks around a value do not count', () => {
  expect(readConfig({ PORT: '', HOST: ' 0.0.0.0 ' })).toMatchObject({ port: 4000, host: '0.0.0.0' })
})

test('an attached file may have a hundred megabytes, unless it is said otherwise', () => {
  expect(readConfig({}).filesMaxBytes).toBe(104_857_600)
  expect(readConfig({ FILES_MAX_MB: '5000' }).filesMaxBytes).toBe(5_242_880_000)
})

test('metrics go beside another port, and to any port beside any port', () => {
  expect(readConfig({ PORT: '5000' }).metricsPort).toBe(5001)
  expect(readConfig({ PORT: '65535' }).metricsPort).toBe(1)
  expect(readConfig({ PORT: '0' }).metricsPort).toBe(0)
})

test.each([
  ['PORT', '80a', 'PORT is "80a"; a whole number from 0 to 65535 is allowed.'],
  ['PORT', '70000', 'PORT is "70000"; a whole number from 0 to 65535 is allowed.'],
  ['FILES_MAX_MB', '6000', 'FILES_MAX_MB is "6000"; a whole number from 1 to 5000 is allowed.'],
  ['SEED', 'half', 'SEED is "half"; "demo" or "empty" is allowed.'],
  [
    'PUBLIC_URL',
    'mill.example.org',
    'PUBLIC_URL is "mill.example.org"; an address such as https://mill.example.org is allowed.',
  ],
  [
    'LOG_LEVEL',
    'loud',
    'LOG_LEVEL is "loud"; one of fatal, error, warn, info, debug, trace, silent is allowed.',
  ],
  ['METRICS_PORT', '4000', 'METRICS_PORT is "4000", as PORT is; another number is allowed.'],
])('%s with the value %s is refused in a sentence', (name, value, sentence) => {
  expect(() => readConfig({ [name]: value })).toThrow(sentence)
})

test('secrets in wrong settings are not repeated', () => {
  const environment = { DATABASE_URL: 'mysql://me:hunter2@host/mill', AUTH_SECRET: 'hunter2' }
  expect(() => readConfig(environment)).toThrow(
    /DATABASE_URL is "mysql:\/\/…@host\/mill"[^]*AUTH_SECRET is a secret/,
  )
  expect(() => readConfig(environment)).not.toThrow(/hunter2/)
})

test('mail needs a server, a sender and an address for its links, and repeats no password', () => {
  const environment = { SMTP_URL: 'smtp://me:hunter2@mail.example.org:587' }
  expect(() => readConfig(environment)).toThrow(/MAIL_FROM is missing[^]*PUBLIC_URL is missing/)
  expect(() => readConfig(environment)).not.toThrow(/hunter2/)
  expect(() => readConfig({ SMTP_URL: 'http://me:hunter2@host' })).toThrow(/SMTP_URL is "http:\/\/…@host"/)
  const from = 'Millrace <mill@example.org>'
  const whole = { ...environment, MAIL_FROM: from, PUBLIC_URL: 'https://mill.example.org' }
  expect(readConfig(whole).mail).toEqual({ url: environment.SMTP_URL, from })
  expect(() => readConfig({ ...whole, MAIL_FROM: 'me <a@b>\r\nBcc: c@d' })).toThrow(/MAIL_FROM is/)
  expect(readConfig({}).mail).toBeNull()
})

test('a bucket needs all of its settings, except the region', () => {
  expect(() => readConfig({ FILES_S3_BUCKET: 'sacks' })).toThrow(/FILES_S3_ENDPOINT is missing beside/)
  const files = readConfig({
    FILES_S3_ENDPOINT: 'https://s3.example.org',
    FILES_S3_BUCKET: 'sacks',
    FILES_S3_ACCESS_KEY_ID: 'id',
    FILES_S3_SECRET_ACCESS_KEY: 'secret',
  }).files
  expect(files).toMatchObject({ bucket: 'sacks', region: 'us-east-1' })
})

test('where processes may call is a list, all of which makes sense; without it they call nobody', () => {
  expect(readConfig({}).outgoing).toEqual({ origins: [], ranges: [] })
  const { outgoing } = readConfig({
    OUTGOING_HOSTS: 'api.example.org, http://*.Example.com:8080,*',
    OUTGOING_PRIVATE: '10.20.0.0/16, ::1',
  })
  expect(outgoing.origins).toEqual([
    { protocol: 'https:', hostname: 'api.example.org', port: '' },
    { protocol: 'http:', hostname: '*.example.com', port: '8080' },
    { protocol: 'https:', hostname: null, port: '' },
  ])
  expect(outgoing.ranges.map(({ address, prefix }) => `${address}/${prefix}`)).toEqual([
    '10.20.0.0/16',
    '::1/128',
  ])
  for (const hosts of ['ftp://a', 'https://a/path', 'https://me:secret@a', 'a,,b', 'https://*'])
    expect(() => readConfig({ OUTGOING_HOSTS: hosts })).toThrow(/OUTGOING_HOSTS is/)
  for (const range of ['10.0.0.0/33', 'example.org', '300.1.1.1'])
    expect(() => readConfig({ OUTGOING_PRIVATE: range })).toThrow(/OUTGOING_PRIVATE is/)
})

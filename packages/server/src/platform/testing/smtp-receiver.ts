import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

/** A message as it came in: who it is for, and its text with quoted-printable undone. */
export type Received = { readonly to: readonly string[]; readonly text: string }

/** An SMTP server on the loopback that takes what comes. */
export type SmtpReceiver = {
  readonly url: string
  readonly received: readonly Received[]
  /** What it answers to the next recipients instead of taking them, such as `550 no such user`. */
  readonly refuseWith: (reply: string | null) => void
  readonly close: () => Promise<void>
}

/** Starts a receiver. It speaks as much of RFC 5321 as a sender needs: no TLS, no sign-in. */
export async function startSmtpReceiver(): Promise<SmtpReceiver> {
  const received: Received[] = []
  const sockets = new Set<Socket>()
  let refusal: string | null = null
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)))
    converse(socket, { take: (mail) => received.push(mail), refusal: () => refusal })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuseWith: (reply) => {
      refusal = reply
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

type House = { readonly take: (mail: Received) => void; readonly refusal: () => string | null }

function converse(socket: Socket, house: House): void {
  let to: string[] = []
  let pending = ''
  let isData = false
  const reply = (line: string) => socket.write(`${line}\r\n`)
  reply('220 receiver')
  socket.setEncoding('latin1')
  socket.on('error', () => {})
  socket.on('data', (chunk: string) => {
    pending += chunk
    while (pending !== '') {
      const end = isData ? '\r\n.\r\n' : '\r\n'
      const at = pending.indexOf(end)
      if (at < 0) return
      const part = pending.slice(0, at)
      pending = pending.slice(at + end.length)
      if (isData) {
        isData = false
        house.take({ to, text: readText(part) })
        to = []
        reply('250 taken')
      } else obey(part)
    }
  })

  function obey(line: string): void {
    const verb = line.slice(0, 4).toUpperCase()
    const refusal = house.refusal()
    if (verb === 'RCPT' && refusal !== null) reply(refusal)
    else if (verb === 'RCPT') {
      to.push(/<(.*)>/.exec(line)?.[1] ?? '')
      reply('250 ok')
    } else if (verb === 'DATA') {
      isData = true
      reply('354 go on')
    } else if (verb === 'QUIT') socket.end('221 bye\r\n')
    else reply('250 ok')
  }
}

/** Headers and body as text. @see RFC 2045 §6.7 for the quoted-printable that bodies with long lines have */
function readText(raw: string): string {
  const isQuoted = /content-transfer-encoding: quoted-printable/i.test(raw)
  const bytes = isQuoted
    ? raw
        .replace(/=\r\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_code, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : raw
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

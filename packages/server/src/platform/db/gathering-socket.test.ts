import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { GatheringSocket } from './gathering-socket.ts'

/** A peer that tells in which pieces it was sent something. */
async function connected(): Promise<{ readonly socket: Socket; readonly pieces: string[] }> {
  const pieces: string[] = []
  const server = createServer((peer) => {
    peer.on('data', (data) => peer.write(data))
    server.close()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = new GatheringSocket()
  // As long as the server listens on a port it has an address.
  socket.connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('data', (data) => pieces.push(String(data)))
  await once(socket, 'connect')
  return { socket, pieces }
}

test('what is written in one go goes out in one piece, in order', async () => {
  const { socket, pieces } = await connected()
  const before = socket.bytesWritten
  socket.write('begin;')
  socket.cork()
  socket.write('select ')
  socket.uncork()
  await Promise.resolve()
  socket.write('1')
  expect(socket.writableLength).toBe('begin;select 1'.length)
  await once(socket, 'data')
  expect(pieces).toEqual(['begin;select 1'])
  expect(socket.bytesWritten - before).toBe('begin;select 1'.length)
  socket.write('commit')
  await once(socket, 'data')
  expect(pieces).toEqual(['begin;select 1', 'commit'])
  socket.destroy()
})

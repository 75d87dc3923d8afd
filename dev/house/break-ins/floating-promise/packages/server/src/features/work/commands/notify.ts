export function notify(send: () => Promise<void>): void {
  send()
}

/** A browser at the provider, with the cookies it has there. */
export function openVisit() {
  const jar = new Map<string, string>()

  async function go(url: string, form?: Readonly<Record<string, string>>): Promise<Response> {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      if (/expires=thu, 01 jan 1970/i.test(cookie)) jar.delete(pair.slice(0, at))
      else jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }

  return {
    /** Signs in at the provider and agrees; answers where the provider sends the browser, or null when to nowhere. */
    async signIn(address: string, login: string): Promise<string | null> {
      const { origin } = new URL(address)
      let response = await go(address)
      for (let step = 0; step < 12; step++) {
        const location = response.headers.get('location')
        if (location !== null) {
          const next = new URL(location, response.url || address)
          if (next.origin !== origin) return next.href
          response = await go(next.href)
          continue
        }
        const page = await response.text()
        const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1]
        const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
        if (action === undefined || prompt === undefined) return null
        response = await go(new URL(action, origin).href, { prompt, login, password: 'any' })
      }
      throw new Error('the provider sends the browser in a circle')
    },
  }
}

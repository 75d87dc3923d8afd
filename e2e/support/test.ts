import { type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import { url } from './address.ts'
import { Mill, type Person } from './mill.ts'
import { watch } from './watch.ts'

type Fixtures = {
  /** An organisation of this test alone. */
  readonly mill: Mill
  /** Where else the browsers may go, such as to a provider that signs in. */
  readonly elsewhere: string[]
  /** Opens a browser in which somebody is signed in, or nobody. */
  readonly open: (person: Person | null, options?: BrowserContextOptions) => Promise<Page>
  /** A browser of the owner. */
  readonly page: Page
}

/** A test in browsers that fail it when they ask elsewhere, complain, or meet a fault of the server. */
export const test = base.extend<Fixtures>({
  mill: async ({}, use) => {
    await use(await Mill.found())
  },
  elsewhere: async ({}, use) => {
    await use([])
  },
  open: async ({ browser, elsewhere }, use) => {
    const faults: string[] = []
    const pages: Page[] = []
    await use(async (person, options = {}) => {
      const context = await browser.newContext({
        baseURL: url,
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
        ...options,
      })
      await watch(context, { faults, elsewhere })
      if (person) await context.addCookies(cookiesOf(person))
      const page = await context.newPage()
      pages.push(page)
      return page
    })
    for (const page of pages) await page.context().close()
    expect(faults).toEqual([])
  },
  page: async ({ open, mill }, use) => {
    await use(await open(mill.owner))
  },
})

export { expect }

function cookiesOf({ cookie }: Person) {
  return cookie.split('; ').map((text) => {
    const [name = '', ...value] = text.split('=')
    return { name, value: value.join('='), url }
  })
}

/** What a platform package is for, as npm writes it into the lock file. */
export type Platform = { readonly os: string[]; readonly cpu: string[]; readonly libc: string[] }

export function platformOf(name: string): Platform
export function missingEntries(packages: Readonly<Record<string, object>>): Map<string, object>

/** `directory`, `my`, or one container with its items and relations. */
export type Scope = 'directory' | 'my' | `container:${string}`

/** The browser for the tests: CHROMIUM, or one on the path; as root on Debian it is installed. */
export function ensureChromium(): Promise<string>

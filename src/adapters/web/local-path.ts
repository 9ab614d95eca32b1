// Keeps redirects within the reader.

/** Returns a path of this reader, `/` for any other address: prevents open redirects. */
export function localPath(given: unknown): string {
  const here = new URL('http://reader.invalid')
  const url = typeof given === 'string' && URL.canParse(given, here.href) ? new URL(given, here) : here
  return url.origin === here.origin ? url.pathname.replace(/^\/+/, '/') + url.search : '/'
}

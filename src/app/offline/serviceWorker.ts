// The service worker: keeps all files of its version and answers with them. Files are called by the hash of their content,
// so that a page gets those of its own version whichever worker answers; the page itself comes only from the newest.
declare const self: ServiceWorkerGlobalScope
/** Written before this script by build/offline.ts. The page itself is the file without a name. */
declare const built: Record<'files' | 'headers', Readonly<Record<string, string>>> & { id: string }
const { scope } = self.registration
const own = `${scope} ${built.id}`
/** In the cache of each version stands which pages it serves. */
const pages = `${scope}pages/`
const note = async (id: string) => (await caches.open(own)).put(pages + id, new Response())
const loosely = { ignoreSearch: true, ignoreVary: true }
const isHashed = (path: string) => path.startsWith('assets/')

self.addEventListener('install', (event) => event.waitUntil(fill(event)))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(self.skipWaiting())
  else if (event.source instanceof Client) event.waitUntil(note(event.source.id).then(tidy))
})
self.addEventListener('fetch', (event) => {
  const address = event.request.url.replace(/(index\.html)?([?#].*)?$/, '')
  const path = address.slice(scope.length)
  if (!address.startsWith(scope) || !(path in built.files || isHashed(path))) return
  if (event.request.mode === 'navigate') event.waitUntil(note(event.resultingClientId))
  event.respondWith(answer(event.request, address))
})

/** One by one: the page keeps the processor. Hashed files of an earlier version are not asked for again. One wrong, none used. */
async function fill(event: ExtendableEvent & { addRoutes?: (route: object) => Promise<void> }) {
  void event.addRoutes?.({ condition: { urlPattern: `${scope}sw.js` }, source: 'network' })
  const cache = await caches.open(own)
  const keep = async ([path, integrity]: [string, string]) => {
    const known = await (isHashed(path) ? caches : cache).match(scope + path, loosely)
    const freshness = isHashed(path) ? 'default' : 'no-cache'
    const request = new Request(scope + path, { integrity, cache: freshness, priority: 'low' })
    await cache.put(request, known ?? (await fetch(request)))
  }
  for (const file of Object.entries(built.files)) await keep(file)
}

/** Adds the headers by which workers may share memory, which few hosts send. */
async function answer(request: Request, url: string) {
  const kept = await (await caches.open(own)).match(url, loosely)
  const found = kept ?? (await caches.match(url, loosely)) ?? (await fetch(request))
  const headers = { ...Object.fromEntries(found.headers), ...built.headers }
  return found.ok ? new Response(found.body, { headers }) : found
}

/** When a page has come, the versions before this one that no page uses any more are thrown away. */
async function tidy() {
  const living = new Set((await self.clients.matchAll()).map(({ id }) => pages + id))
  const isLeft = ({ url }: Request) => !living.has(url)
  for (const name of (await caches.keys()).filter((one) => one.startsWith(`${scope} `))) {
    const cache = await caches.open(name)
    const notes = (await cache.keys()).filter(({ url }) => url.startsWith(pages))
    const isNewer = self.registration.installing || self.registration.waiting
    if (name === own) for (const one of notes.filter(isLeft)) await cache.delete(one)
    else if (!isNewer && notes.every(isLeft)) await caches.delete(name)
  }
}

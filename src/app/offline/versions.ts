// app/offline/: the app without network: the service worker that keeps it, and what is said of a new version.
//
// The page's side: registers the worker, and notices when the host has another version than this page.
interface Versions {
  /** Asks whether there is a new version, and tries again what could not be kept. */
  readonly look: () => void
  /** Changes to the newest version, for this page alone. */
  readonly reload: () => Promise<void>
}

const script = './sw.js'
/** So long (s) after a try that failed there is another one. */
const pause = 30
/** So often (s) a worker is told that it may take over, and so long someone who wants to go on waits for it. */
const [again, patience] = [1, 20]
/** The name of the file that the page began with changes with everything that is built. */
const beginning = () =>
  document.querySelector<HTMLScriptElement>('script[type=module]')?.src.split('/').at(-1) ?? ''

/**
 * Watches which version there is, with or without a service worker.
 * @param announce is told of a new one
 */
export function watchVersions(announce: () => void): Versions {
  // Browsers have none where the connection is not secure.
  const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker
  let registration: ServiceWorkerRegistration | undefined

  async function compare() {
    if (await isReplaced()) announce()
  }
  const follow = (next: ServiceWorker | null) =>
    next?.addEventListener('statechange', () => {
      if (next.state === 'installed' && workers?.controller) void settled(compare())
      // Some file did not come: those that did are kept.
      if (next.state === 'redundant') setTimeout(look, 1000 * pause)
    })
  async function register() {
    // Where tests forbid it, nothing comes.
    registration = await workers?.register(script)
    registration?.addEventListener('updatefound', () => follow(registration?.installing ?? null))
    follow(registration?.installing ?? null)
    if (registration?.waiting) await compare()
  }
  async function look() {
    if (!navigator.onLine) return
    const { installing, waiting, active } = registration ?? {}
    await settled(installing || waiting || active ? registration?.update() : register())
    await settled(compare())
  }
  const greet = () => workers?.controller?.postMessage('here')
  workers?.addEventListener('controllerchange', greet)
  greet()
  void settled(register())

  return {
    look: () => void look(),
    async reload() {
      await takenOver(registration?.waiting ?? registration?.installing)
      location.reload()
    },
  }
}

/** Where there is no network, or nothing may be kept, there will be another moment. */
const settled = (trying: Promise<unknown> | undefined) => trying?.catch(() => undefined)

/**
 * Whether the host lists other files than those of this page. No worker is asked (serviceWorker.ts has a route for it): started
 * by that, one that is to give way does not, and in Chromium the page that comes waits without end.
 */
async function isReplaced(): Promise<boolean> {
  const response = await fetch(script, { cache: 'no-cache' })
  const isScript = /javascript/.test(response.headers.get('content-type') ?? '')
  return response.ok && isScript && !(await response.text()).includes(beginning())
}

/**
 * Lets a worker take over once it has everything, and waits until it has, but not for ever: without it the page comes in its
 * own version once more. Other pages go on with their own files.
 */
function takenOver(worker: ServiceWorker | null | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (!worker) return resolve()
    // What is said to a worker that is still busy with its files is lost, and now and then what is said later: so again.
    const next = () => {
      if (worker.state === 'installed') worker.postMessage('take over')
      if (worker.state === 'activated' || worker.state === 'redundant') resolve()
    }
    worker.addEventListener('statechange', next)
    setInterval(next, 1000 * again)
    setTimeout(resolve, 1000 * patience)
    next()
  })
}

// app/offline/: the app without network: the service worker that keeps it, and what is said of a new version.
//
// The page's side: registers the worker, and notices when the host has another version than this page.
import { createStore, type StoreApi } from 'zustand/vanilla'

interface Versions {
  readonly store: StoreApi<{ readonly isNew: boolean; readonly isComing: boolean }>
  /** Asks whether there is a new version. */
  readonly look: () => Promise<void>
  /** Says no more of it, until it is found anew. */
  readonly dismiss: () => void
  /** Changes to the newest version, for this page alone. */
  readonly reload: () => Promise<void>
}

const script = './sw.js'
/** The name of the file that the page began with changes with everything that is built. */
const beginning = () =>
  document.querySelector<HTMLScriptElement>('script[type=module]')?.src.split('/').at(-1) ?? ''

/** Watches which version there is, with or without a service worker. */
export function watchVersions(): Versions {
  const store: Versions['store'] = createStore(() => ({ isNew: false, isComing: false }))
  // Browsers have none where the connection is not secure.
  const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker
  let registration: ServiceWorkerRegistration | undefined

  async function compare() {
    if (await isReplaced()) store.setState({ isNew: true })
  }
  async function register() {
    if (registration || !workers) return registration?.update()
    // Where tests forbid it, nothing comes.
    registration = await workers.register(script)
    registration?.addEventListener('updatefound', () => {
      const next = registration?.installing
      next?.addEventListener('statechange', () => {
        if (next.state === 'installed' && workers.controller) void compare()
      })
    })
  }
  const greet = () => workers?.controller?.postMessage('here')
  workers?.addEventListener('controllerchange', greet)
  greet()

  return {
    store,
    async look() {
      await settled(register())
      await settled(compare())
    },
    dismiss: () => store.setState({ isNew: false }),
    async reload() {
      store.setState({ isComing: true })
      await takenOver(registration?.waiting ?? registration?.installing)
      location.reload()
    },
  }
}

/** Where there is no network, or nothing may be kept, there will be another moment. */
const settled = (trying: Promise<unknown>) => trying.catch(() => undefined)

/** Whether the host lists other files than those of this page. */
async function isReplaced(): Promise<boolean> {
  const response = await fetch(script, { cache: 'no-cache' })
  const isScript = /javascript/.test(response.headers.get('content-type') ?? '')
  return response.ok && isScript && !(await response.text()).includes(beginning())
}

/** Lets a worker that waits take over, and waits until it has; other pages go on with their own files. */
function takenOver(worker: ServiceWorker | null | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (!worker) return resolve()
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated' || worker.state === 'redundant') resolve()
    })
    worker.postMessage('take over')
  })
}

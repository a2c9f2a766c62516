import type { Engine } from '../../engine/client.ts'
import { arrival } from '../../ui/parts/arrival.ts'
import { headStart } from '../afterFirst.ts'
import type { OpenLabs } from '../openLabs.ts'
import { createNotice } from './notice.ts'
import { watchVersions } from './versions.ts'

/** Keeps the app for when there is no network, and from now on says when there is a new version of it. */
export function keepOffline(engine: Engine, openLabs: OpenLabs): void {
  // In a frame of another page it is that page which is visited.
  if (window.parent !== window) return
  // Here before it is needed: once there is a new version, the host may have it no more.
  const carried = arrival(() => import('./carried.ts'))
  let isComing = false
  setTimeout(async () => {
    const { takeUp } = await carried.whole()
    // What is put aside by then is for the page that comes.
    if (!isComing) void takeUp(openLabs)
  }, 1000 * headStart)
  const notice = createNotice({
    async onReload() {
      isComing = true
      notice.show('The new version is coming.')
      const hands = await carried.soon().catch(() => undefined)
      hands?.putAside(openLabs)
      await reload()
    },
  })
  const { look, reload } = watchVersions(() => {
    if (!isComing) notice.show('A new version is here.')
  })
  addEventListener('online', look)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look()
  })
  // What does not arrive may be gone for good, with the version that it was of.
  const lookInNeed = () => {
    notice.wake()
    look()
  }
  addEventListener('vite:preloadError', lookInNeed)
  engine.store.subscribe(({ trouble }) => {
    if (trouble?.loss === 'absent') lookInNeed()
  })
}

import type { Engine } from '../../engine/client.ts'
import type { OpenLabs } from '../openLabs.ts'
import { putAside, takeUp } from './carried.ts'
import { createNotice } from './notice.ts'
import { watchVersions } from './versions.ts'

/** Keeps the app for when there is no network, and from now on says when there is a new version of it. */
export function keepOffline(engine: Engine, openLabs: OpenLabs): void {
  // In a frame of another page it is that page which is visited.
  if (window.parent !== window) return
  const notice = createNotice({
    onReload() {
      putAside(openLabs)
      notice.show('The new version is coming.')
      void reload()
    },
  })
  const { look, reload } = watchVersions(() => notice.show('A new version is here.'))
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
  void takeUp(openLabs)
}

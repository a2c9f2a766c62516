import { createRoot } from 'react-dom/client'
import type { Engine } from '../../engine/client.ts'
import type { OpenLabs } from '../openLabs.ts'
import { putAside, takeUp } from './carried.ts'
import { NewVersion } from './NewVersion.tsx'
import { watchVersions } from './versions.ts'

/** Keeps the app for when there is no network, and from now on says when there is a new version of it. */
export function keepOffline(engine: Engine, openLabs: OpenLabs): void {
  // In a frame of another page it is that page which is visited.
  if (window.parent !== window) return
  const { store, look, dismiss, reload } = watchVersions()
  const place = document.createElement('div')
  document.body.append(place)
  const onReload = () => {
    putAside(openLabs)
    void reload()
  }
  createRoot(place).render(<NewVersion {...{ store, dismiss, onReload }} />)

  const lookAgain = () => void look()
  addEventListener('online', lookAgain)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') lookAgain()
  })
  // What does not arrive may be gone for good, with the version that it was of.
  addEventListener('vite:preloadError', lookAgain)
  engine.store.subscribe(({ trouble }) => {
    if (trouble?.loss === 'absent') lookAgain()
  })
  lookAgain()
  void takeUp(openLabs)
}

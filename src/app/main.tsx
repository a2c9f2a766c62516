import workers from 'virtual:workers'
import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { createEngine } from '../engine/client.ts'
import '../styles/base.css'
import { arrival, hurry } from '../ui/parts/arrival.ts'
import { Boundary } from '../ui/parts/Boundary.tsx'
import { renewSheets, watchSheets } from '../ui/parts/sheets.ts'
import { App } from './App.tsx'
import { addressed, createOpenLabs } from './openLabs.ts'

const engine = createEngine({
  workers,
  spawn: (address) => new Worker(address, { type: 'module' }),
  isVisible: () => document.visibilityState === 'visible',
})
// What did not come is tried again when the network is back.
addEventListener('online', engine.retry)
addEventListener('online', hurry)
watchSheets()
void arrival(renewSheets).whole()

// Hints come with the first key or touch: a mouse has its own.
const hints = arrival(async () => (await import('./hints.ts')).giveHints())
for (const type of ['keydown', 'touchstart'])
  addEventListener(type, () => void hints.whole(), { once: true, passive: true })

// In pieces, between which the page answers.
setTimeout(async () => {
  const [framing] = await Promise.all([framed(), addressed()])
  const openLabs = createOpenLabs(engine)
  const root = createRoot(document.getElementById('root') as HTMLElement)
  startTransition(() =>
    root.render(
      <StrictMode>
        <Boundary>
          <App openLabs={openLabs} framing={framing} />
        </Boundary>
      </StrictMode>,
    ),
  )
  const { headStart } = await arrival(() => import('./afterFirst.ts')).whole()
  const offline = arrival(async () =>
    (await import('./offline/keepOffline.ts')).keepOffline(engine, openLabs),
  )
  if (import.meta.env.PROD) setTimeout(offline.whole, 1000 * headStart)
})

/** How the page stands in a frame of another one; nothing where it stands by itself. */
async function framed() {
  if (!/[?&]embed\b/.test(location.search)) return
  return (await arrival(() => import('./framing.ts')).whole()).framingIn(location.search)
}

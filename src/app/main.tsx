import workers from 'virtual:workers'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createEngine } from '../engine/client.ts'
import '../styles/base.css'
import { App } from './App.tsx'
import { createOpenLabs } from './openLabs.ts'

const engine = createEngine({
  workers,
  spawn: (address) => new Worker(address, { type: 'module' }),
  isVisible: () => document.visibilityState === 'visible',
})
addEventListener('online', engine.retry)

const openLabs = createOpenLabs(engine)

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App openLabs={openLabs} />
  </StrictMode>,
)

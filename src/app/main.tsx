import landscapeAddress from 'virtual:worker/landscape'
import runsAddress from 'virtual:worker/runs'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createEngine } from '../engine/client.ts'
import '../styles/base.css'
import { App } from './App.tsx'
import { createRooms } from './openLabs.ts'

/** An engine with a worker of its own, which starts when there is something to do. */
const engine = (address: string) =>
  createEngine({
    spawn: () => new Worker(address, { type: 'module' }),
    isVisible: () => document.visibilityState === 'visible',
  })

const rooms = createRooms({
  engine: engine(runsAddress),
  scenting: engine(runsAddress),
  landscapes: engine(landscapeAddress),
})

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App rooms={rooms} />
  </StrictMode>,
)

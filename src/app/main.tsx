import workerAddress from 'virtual:worker'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createEngine } from '../engine/client.ts'
import { check, initial } from '../labs/curve/curve.ts'
import { followAddress } from '../state/address.ts'
import { createLab } from '../state/lab.ts'
import '../styles/base.css'
import { App } from './App.tsx'

/** An engine with a worker of its own, which starts when there is something to do. */
const engine = () =>
  createEngine({
    spawn: () => new Worker(workerAddress, { type: 'module' }),
    isVisible: () => document.visibilityState === 'visible',
  })
const lab = createLab({ engine: engine(), scenting: engine(), initial, check })
lab.openLink(location.hash)
followAddress(lab)

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App lab={lab} />
  </StrictMode>,
)

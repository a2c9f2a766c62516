// Partners of a worker's trainings: another worker, which computes the second half of each large batch on another core,
// where the page may share memory.
import type { HalfWork } from '../core/networks/training/partner.ts'
import { type Desk, deskFor, type Leading, leadAt } from './desk.ts'

/** A worker, or whatever helps in its place. */
export interface Helpful {
  postMessage(desk: Desk): void
  terminate(): void
  onerror: ((event: ErrorEvent) => void) | null
}

/** One partner, for whatever is trained now: whoever trains something else takes it away from the one before. */
export function onePartner(spawn: () => Helpful): (work: HalfWork) => Leading | undefined {
  let hired: { readonly for: string; readonly partner: Leading } | undefined
  return (work) => {
    const known = JSON.stringify(work)
    if (hired?.for === known && hired.partner.isOpen()) return hired.partner
    hired?.partner.close()
    hired = undefined
    const partner = hire(work, spawn)
    if (partner) hired = { for: known, partner }
    return partner
  }
}

function hire(work: HalfWork, spawn: () => Helpful): Leading | undefined {
  try {
    const desk = deskFor(work)
    const worker = spawn()
    const partner = leadAt(desk, () => worker.terminate())
    worker.onerror = partner.close
    worker.postMessage(desk)
    return partner
  } catch {
    return undefined
  }
}

/** Whether memory can be shared here, and there is another core. */
export const mayShare = (): boolean => {
  const { crossOriginIsolated, navigator } = globalThis
  return crossOriginIsolated === true && navigator.hardwareConcurrency > 1
}

// Which lab is on the page. Each has a store of its own, made at its first visit and kept until the page is left.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Experiment } from '../core/experiment/experiment.ts'
import { parts } from '../core/experiment/parts.ts'
import type { Engine } from '../engine/client.ts'
import { readExperiment } from '../state/files.ts'
import { followAddress, linkOf, type Tie } from '../state/lab/address.ts'
import { createLab, type Lab } from '../state/lab/lab.ts'
import { type LabId, labs } from './labs.ts'

export interface Rooms {
  readonly store: StoreApi<{ readonly id: LabId }>
  /** The lab of the room that is shown. */
  readonly current: () => Lab
  /** Goes to another room, where everything is as it was left. */
  readonly enter: (id: LabId) => void
  /** Opens a saved experiment in its room. What is none leaves everything as it was. */
  readonly openFile: (file: Pick<File, 'name' | 'text'>) => Promise<void>
}

const labIn = (fragment: string): LabId | undefined =>
  labs.find(({ id }) => new RegExp(`^#?/?${id}/?(\\?|$)`).test(fragment))?.id

/** Opens the room that the address names; the first one where it names none. */
export function createRooms(engine: Engine): Rooms {
  const known = new Map<LabId, Lab>()
  const store = createStore(() => ({ id: labIn(location.hash) ?? labs[0].id }))
  let tie: Tie | undefined
  const labOf = (id: LabId): Lab => {
    const kind = labs.find((candidate) => candidate.id === id) ?? labs[0]
    const lab = known.get(id) ?? createLab({ engine, ...kind })
    known.set(id, lab)
    return lab
  }
  const current = () => labOf(store.getState().id)
  /** Shows a room; whoever calls says what is to be seen there. */
  const show = (id: LabId): Lab => {
    if (tie && id === store.getState().id) return current()
    current().pause()
    tie?.end()
    store.setState({ id })
    const lab = current()
    tie = followAddress(lab)
    return lab
  }
  const isVisited = (id: LabId) => known.get(id)?.store.getState().shown !== undefined
  const read = () => {
    const id = labIn(location.hash)
    const isOther = id !== undefined && id !== store.getState().id
    if (isOther) show(id)
    // The bare name of another room asks for nothing: it is as it was left.
    if (!(isOther && isVisited(id) && !location.hash.includes('?'))) tie?.read()
  }
  const first = current()
  first.openLink(location.hash)
  tie = followAddress(first)
  addEventListener('hashchange', read)
  return {
    store,
    current,
    enter(id) {
      location.hash = isVisited(id) ? linkOf(labOf(id)) : `#/${id}`
    },
    async openFile(file) {
      const { experiment, complaints } = readExperiment(parts, await file.text(), file.name)
      if (experiment.f === undefined) current().store.setState({ problems: complaints })
      else show(roomFor(experiment) ?? store.getState().id).open(experiment, complaints)
    },
  }
}

/** The lab that an experiment names, or the first that can show it. */
function roomFor({ lab, f, params }: Partial<Experiment>): LabId | undefined {
  if (lab !== undefined) return labs.find(({ id }) => id === lab)?.id
  if (f === undefined) return undefined
  return labs.find(({ check }) => {
    try {
      check({ f, ...(params && { params }) })
      return true
    } catch {
      return false
    }
  })?.id
}

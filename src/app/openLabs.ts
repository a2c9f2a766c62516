// Which lab is on the page, or which place beside the labs. Each lab has a store of its own, made at its first visit and
// kept until the page is left.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Engine } from '../engine/client.ts'
import type { Opener, OpenLab } from '../scenes/entry.ts'
import { labPattern } from '../scenes/labPattern.ts'
import { followAddress, type Tie } from '../state/lab/address.ts'
import type { Lab } from '../state/lab/lab.ts'
import { arrival } from '../ui/parts/arrival.ts'
import { labs } from './labs.ts'
import type { OpenedFile } from './openFile.ts'
import { type PlaceId, placeIn } from './places.ts'

export interface OpenLabs {
  readonly store: StoreApi<{
    readonly id: string
    /** Where someone is instead; the lab waits as it was left. */
    readonly place?: PlaceId | undefined
  }>
  /** The lab that is shown, or was last. */
  readonly current: () => OpenLab
  /** Goes to another lab, where everything is as it was left. */
  readonly visit: (id: string) => void
  /** Follows a link, from where Back returns to what is shown now. */
  readonly follow: (link: string) => void
  /** Opens a saved experiment in its lab. What is none leaves everything as it was. */
  readonly openFile: (file: OpenedFile) => Promise<void>
}

/** The first one where none is named. */
const entryOf = (id: string | undefined) => labs.find((known) => known.id === id) ?? labs[0]
const idIn = (fragment: string): string | undefined =>
  labs.find(({ id }) => new RegExp(labPattern(id)).test(fragment))?.id

/** Waits until the lab that the address names can be opened. */
export async function addressed(): Promise<void> {
  while (placeIn(location.hash) === undefined) {
    const { opener } = entryOf(idIn(location.hash))
    if (opener.here()) return
    await opener.whole()
  }
}

/** Opens the lab that the address names; the first one where it names none. */
export function createOpenLabs(engine: Engine): OpenLabs {
  const known = new Map<string, OpenLab>()
  const store: OpenLabs['store'] = createStore(() => ({
    id: entryOf(idIn(location.hash)).id,
    place: placeIn(location.hash),
  }))
  let tie: Tie | undefined
  const openLabOf = (id: string): OpenLab => {
    // A lab is waited for before it is opened.
    const open = known.get(id) ?? (entryOf(id).opener.here() as Opener).open(engine)
    known.set(id, open)
    return open
  }
  const current = () => openLabOf(store.getState().id)
  /** Leaves the lab that is shown, if one is. */
  const leave = () => {
    if (!tie) return
    current().lab.pause()
    current().lab.rest()
    tie.end()
    tie = undefined
  }
  /** Shows a lab; whoever calls says what is to be seen there. */
  const show = (id: string): Lab => {
    if (tie && id === store.getState().id) return current().lab
    leave()
    // What was said of its last link would be said of its next one.
    current().lab.complain()
    store.setState({ id, place: undefined })
    const { lab } = current()
    tie = followAddress(lab)
    if (lab.store.getState().shown) lab.wake()
    return lab
  }
  const isVisited = (id: string) => known.get(id)?.lab.store.getState().shown !== undefined
  const read = () => {
    const place = placeIn(location.hash)
    if (place !== undefined) {
      leave()
      current().lab.complain()
      store.setState({ place })
      return
    }
    const named = idIn(location.hash)
    const id = named ?? (tie ? undefined : store.getState().id)
    const isOther = id !== undefined && (!tie || id !== store.getState().id)
    if (isOther && !entryOf(id).opener.here()) return void bring(id)
    if (isOther) show(id)
    // The bare name of another lab asks for nothing: it is as it was left.
    const isBare = named !== undefined && !location.hash.includes('?')
    if (!(isOther && isVisited(id) && isBare)) tie?.read()
  }
  /** Goes to a lab once it has come, however late, unless someone has gone elsewhere by then. */
  async function bring(id: string): Promise<void> {
    const { opener, title } = entryOf(id)
    const isWanted = () => idIn(location.hash) === id && !(tie && id === store.getState().id)
    try {
      await opener.soon()
    } catch {
      if (isWanted())
        current().lab.complain({
          words: `The lab ${title} did not load`,
          action: { name: 'Try again', act: () => void bring(id) },
        })
      await opener.whole()
    }
    if (isWanted()) read()
  }
  if (store.getState().place === undefined) {
    const first = current().lab
    first.openLink(location.hash)
    tie = followAddress(first)
  }
  /** What was asked for last: a file whose lab comes late takes nobody away from where they have gone since. */
  let asked: object | undefined
  addEventListener('hashchange', () => {
    asked = undefined
    read()
  })
  async function openFile(file: OpenedFile): Promise<void> {
    asked = file
    const isWanted = () => asked === file
    const files = await opening.soon().catch(() => undefined)
    if (await files?.openFile(file, { labs, current, show, isWanted })) return
    current().lab.complain({
      words: 'What opens files did not load',
      action: { name: 'Try again', act: () => void openFile(file) },
    })
  }
  return {
    store,
    current,
    visit(id) {
      tie?.write()
      location.hash = isVisited(id) ? openLabOf(id).lab.link() : `#/${id}`
    },
    follow(link) {
      tie?.write()
      location.hash = link
    },
    openFile,
  }
}

const opening = arrival(() => import('./openFile.ts'))
